package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Somebody wrote what the customer sees; {@code viaTicketId} names the merged ticket it was sent to. */
@Revision("1")
public record CommentAdded(
        String ticketId,
        String commentId,
        String authorId,
        AuthorKind authorKind,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "authorId")
        String body,

        boolean firstResponse,
        String viaTicketId,
        Instant occurredAt)
        implements TicketEvent {}
