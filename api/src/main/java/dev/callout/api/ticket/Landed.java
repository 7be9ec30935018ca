package dev.callout.api.ticket;

/**
 * Where words came to stand: a merged ticket passes them on to the one it lives on in. {@code tooLateToReopen} says that
 * the ticket stayed closed only because it was closed too long ago.
 */
public record Landed(String ticketId, long version, boolean tooLateToReopen) {

    public Landed(String ticketId, long version) {
        this(ticketId, version, false);
    }
}
