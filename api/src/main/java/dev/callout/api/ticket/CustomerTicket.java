package dev.callout.api.ticket;

import dev.callout.api.identity.Named;
import java.time.Instant;
import java.util.List;

/** What a customer may see of a ticket; nothing that is for staff only. */
public record CustomerTicket(
        String ticketId,
        String number,
        String title,
        String description,
        ClientStatus status,
        String subLine,
        TicketType type,
        String category,
        String subCategory,
        Priority priority,
        Channel channel,
        Named contact,
        Named site,
        String product,
        String serialNumber,
        Named technician,
        Instant raisedAt,
        Instant resolvedAt,
        Instant closedAt,
        Instant lastActivityAt,
        String workDone,
        boolean canConfirm,
        String mergedIntoNumber,
        List<Message> conversation,
        List<File> attachments,
        long version) {

    /** What was written between the customer and us. */
    public record Message(String messageId, AuthorKind authorKind, Named author, String body, Instant at) {}

    /** A file the customer may open. */
    public record File(String attachmentId, String fileName, String mediaType, long sizeInBytes, Instant at) {}
}
