package dev.callout.api.ticket;

import dev.callout.api.identity.Named;
import java.time.Instant;

/** One ticket on the board.
 *
 * @param customerWaits whether the last public word is the customer's, so that an answer is due
 */
public record TicketBoardLine(
        String ticketId,
        String number,
        String title,
        TicketStatus status,
        Priority priority,
        Priority requestedPriority,
        TicketType type,
        String category,
        String subCategory,
        Channel channel,
        Named customer,
        Named contact,
        Named site,
        Named technician,
        Named team,
        boolean accepted,
        WaitingFor waitingFor,
        Instant resumeAt,
        Instant raisedAt,
        Instant lastActivityAt,
        boolean escalated,
        int comments,
        boolean customerWaits,
        int cycle,
        String product,
        String serialNumber,
        boolean archived,
        long version) {}
