package dev.callout.query.ticket;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketVolume;
import jakarta.persistence.Embeddable;

/** A {@link TicketVolume} as columns. */
@Embeddable
public class VolumeColumns {

    private int messages;
    private int files;
    private long characters;

    protected VolumeColumns() {}

    private VolumeColumns(TicketVolume volume) {
        messages = volume.messages();
        files = volume.files();
        characters = volume.characters();
    }

    public static VolumeColumns nothing() {
        return new VolumeColumns(TicketVolume.NOTHING);
    }

    public VolumeColumns after(TicketEvent event) {
        return new VolumeColumns(new TicketVolume(messages, files, characters).after(event));
    }
}
