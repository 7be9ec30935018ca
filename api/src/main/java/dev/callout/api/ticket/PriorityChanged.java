package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Somebody weighed the ticket anew; the requested priority stays what it was. */
@Revision("1")
public record PriorityChanged(String ticketId, Priority priority, String changedBy, String reason, Instant occurredAt)
        implements TicketEvent {}
