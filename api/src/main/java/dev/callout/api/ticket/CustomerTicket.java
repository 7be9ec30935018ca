package dev.callout.api.ticket;

import dev.callout.api.identity.Named;
import java.time.Instant;
import java.util.List;

/**
 * What a customer may see of a ticket; nothing that is for staff only.
 *
 * @param waitingReason what the work waits for, in the technician's words
 * @param closingNote why the ticket was closed or cancelled
 * @param canFollowUp whether a problem that goes on is reported in a new ticket
 * @param conversation the newest messages, the oldest of them first; {@code olderMessages} says whether there are more
 * @param nearLimit whether little more can be written on it
 */
public record CustomerTicket(
        String ticketId,
        String number,
        String title,
        String description,
        ClientStatus status,
        String subLine,
        WaitingFor waitingFor,
        String waitingReason,
        Instant resumeAt,
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
        Closure closure,
        String closingNote,
        CancelReason cancelReason,
        boolean canFollowUp,
        Reference followUpOf,
        List<Reference> followUps,
        String mergedIntoNumber,
        List<Message> conversation,
        boolean olderMessages,
        List<File> attachments,
        boolean nearLimit,
        long version) {

    /** What was written between the customer and us, or a file that one of us sent. */
    public record Message(
            String messageId,
            AuthorKind authorKind,
            Named author,
            String body,
            String attachmentId,
            String fileName,
            Instant at) {}

    /** Another of the customer's tickets. */
    public record Reference(String ticketId, String number) {}

    /** A file the customer may open. */
    public record File(String attachmentId, String fileName, String mediaType, long sizeInBytes, Instant at) {}
}
