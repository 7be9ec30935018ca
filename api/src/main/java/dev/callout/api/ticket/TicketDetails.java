package dev.callout.api.ticket;

import dev.callout.api.customer.PostalAddress;
import dev.callout.api.identity.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Everything about one ticket, as staff sees it.
 *
 * @param raisedAt when the customer reported it; {@code createdAt} is when we wrote it down
 * @param responseTime from the first contact to the first answer of a person
 * @param resolutionTime from the report to the last resolution
 * @param conversation the newest messages, the oldest of them first; {@code olderMessages} says whether there are more
 * @param mergedInto the ticket this one was merged into, and {@code survivor} the one at the end of the chain
 */
public record TicketDetails(
        String ticketId,
        String number,
        String title,
        String description,
        TicketType type,
        String category,
        String subCategory,
        TicketStatus status,
        ClientStatus clientStatus,
        String clientSubLine,
        BillingStatus billingStatus,
        Priority requestedPriority,
        Priority priority,
        Channel channel,
        String language,
        CustomerOfTicket customer,
        Named raisedBy,
        String product,
        String serialNumber,
        Named technician,
        Named team,
        boolean accepted,
        WaitingFor waitingFor,
        String waitingReason,
        Instant resumeAt,
        Instant createdAt,
        Instant raisedAt,
        Instant firstContactAt,
        Instant firstResponseAt,
        Instant resolvedAt,
        Instant closedAt,
        Instant lastActivityAt,
        Duration responseTime,
        Duration resolutionTime,
        Named resolvedBy,
        String workDone,
        Closure closure,
        String closingNote,
        CancelReason cancelReason,
        int cycle,
        int reopenCount,
        boolean archived,
        TicketReference mergedInto,
        TicketReference survivor,
        TicketReference followUpOf,
        List<TicketReference> followUps,
        List<TicketReference> duplicates,
        List<Message> conversation,
        boolean olderMessages,
        List<Attachment> attachments,
        List<Assignment> assignments,
        List<Cycle> cycles,
        List<Escalation> escalations,
        List<Link> links,
        List<Named> watchers,
        TicketUsage usage,
        long version) {

    /** Who needs help, how to reach them, and where. */
    public record CustomerOfTicket(
            String customerId,
            String name,
            boolean vip,
            Named contact,
            String contactEmail,
            String contactPhone,
            Named site,
            PostalAddress siteAddress) {}

    /** Another ticket, by id and number. */
    public record TicketReference(String ticketId, String number) {}

    /** What somebody wrote, or the file that somebody sent; an {@code internal} one is for staff only. */
    public record Message(
            String messageId,
            boolean internal,
            AuthorKind authorKind,
            Named author,
            Named contact,
            String body,
            String attachmentId,
            String fileName,
            TicketReference via,
            Instant at) {}

    /** A file that belongs to the ticket; {@code via} is the duplicate to which it was sent or belongs. */
    public record Attachment(
            String attachmentId,
            String fileName,
            String mediaType,
            long sizeInBytes,
            String sha256,
            boolean internal,
            Named uploadedBy,
            TicketReference via,
            Instant at) {}

    /** Who had the ticket, from when to when; the last one has no end. */
    public record Assignment(Named technician, Named team, String reason, Instant from, Instant until) {}

    /** One round of work: the first one, or one after a reopening. */
    public record Cycle(
            int cycle,
            Instant startedAt,
            String reason,
            Instant resolvedAt,
            Named resolvedBy,
            String workDone,
            Instant closedAt,
            Closure outcome) {}

    /** A call for help. */
    public record Escalation(Named by, Named toPerson, Named toTeam, String reason, Instant at) {}

    /**
     * Another ticket that belongs to this one; an {@code incoming} link was made from there to here, {@code via} is the
     * duplicate to which it belongs.
     */
    public record Link(LinkKind kind, boolean incoming, TicketReference ticket, TicketReference via) {}
}
