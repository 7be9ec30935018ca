package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Somebody has to go there; {@code arrivalDueAt} counts from when the ticket was raised, null if nothing is promised. */
@Revision("1")
public record VisitPromised(String ticketId, String promisedBy, Instant arrivalDueAt, Instant occurredAt)
        implements TicketEvent {}
