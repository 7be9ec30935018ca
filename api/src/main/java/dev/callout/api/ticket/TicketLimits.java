package dev.callout.api.ticket;

/**
 * How much may be written on one ticket, so that it can always be read. Customers may fill nine tenths of it: staff can
 * still finish the work on a ticket that a customer has filled.
 */
public record TicketLimits(int messages, int files, long characters) {

    public static final TicketLimits DEFAULT = new TicketLimits(2_000, 200, 4_000_000);

    /** What customers may fill. */
    public TicketLimits forCustomers() {
        return new TicketLimits(messages * 9 / 10, files * 9 / 10, characters * 9 / 10);
    }

    public boolean allow(TicketVolume volume) {
        return volume.messages() <= messages && volume.files() <= files && volume.characters() <= characters;
    }

    /** Four fifths of what customers may fill are used up. */
    public boolean areNear(TicketVolume volume) {
        var near = forCustomers();
        return volume.messages() >= near.messages * 4 / 5
                || volume.files() >= near.files * 4 / 5
                || volume.characters() >= near.characters * 4 / 5;
    }
}
