package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Somebody wrote what only staff sees. A note never answers the customer. */
@Revision("1")
public record NoteAdded(
        String ticketId,
        String noteId,
        String authorId,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "authorId")
        String body,

        String viaTicketId,
        Instant occurredAt)
        implements TicketEvent {}
