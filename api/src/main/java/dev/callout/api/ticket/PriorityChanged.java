package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Somebody weighed the ticket anew; the requested priority stays what it was. */
@Revision("1")
public record PriorityChanged(
        String ticketId,
        String contactId,
        Priority priority,
        String changedBy,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "changedBy")
        String reason,

        Instant occurredAt)
        implements TicketEvent {}
