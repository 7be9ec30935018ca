package dev.callout.api.ticket;

/**
 * How much of a ticket's limits is used.
 *
 * @param nearLimit whether it is time to go on in another ticket
 */
public record TicketUsage(
        int messages,
        int messageLimit,
        int files,
        int fileLimit,
        long characters,
        long characterLimit,
        boolean nearLimit) {

    public static TicketUsage of(TicketVolume volume, TicketLimits limits) {
        return new TicketUsage(
                volume.messages(),
                limits.messages(),
                volume.files(),
                limits.files(),
                volume.characters(),
                limits.characters(),
                limits.areNear(volume));
    }
}
