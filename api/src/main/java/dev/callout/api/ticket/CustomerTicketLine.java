package dev.callout.api.ticket;

import dev.callout.api.identity.Named;
import java.time.Instant;

/** One ticket in the customer's own list, in the customer's words. */
public record CustomerTicketLine(
        String ticketId,
        String number,
        String title,
        ClientStatus status,
        String subLine,
        String waitingReason,
        String closingNote,
        CancelReason cancelReason,
        TicketType type,
        String category,
        Priority priority,
        Named contact,
        Named technician,
        Instant raisedAt,
        Instant lastActivityAt,
        long version) {}
