package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A file was added; its bytes lie outside the events under {@code attachmentId}, {@code viaTicketId} names the merged
 * ticket it was sent to.
 */
@Revision("2")
public record FileAttached(
        String ticketId,
        String attachmentId,
        String uploadedBy,
        AuthorKind authorKind,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "uploadedBy")
        String fileName,

        String mediaType,
        long sizeInBytes,
        String sha256,
        boolean internal,
        String viaTicketId,
        Instant occurredAt)
        implements TicketEvent {}
