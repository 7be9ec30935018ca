package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The customer was not satisfied: a new cycle begins, and counts against who resolved the last one. */
@Revision("1")
public record TicketReopened(
        String ticketId,
        int cycle,
        String reopenedBy,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "reopenedBy")
        String reason,

        String resolvedBy,
        Instant occurredAt)
        implements TicketEvent {}
