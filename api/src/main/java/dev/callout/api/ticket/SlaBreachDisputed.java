package dev.callout.api.ticket;

import dev.callout.api.sla.SlaClock;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * What {@code disputedBy} reported late would undo a recorded breach. The breach stands until somebody else has decided;
 * {@code endedAt} is when the promise was fulfilled by that report, null if it is not.
 */
@Revision("1")
public record SlaBreachDisputed(
        String ticketId, SlaClock clock, int cycle, Instant endedAt, String disputedBy, Instant occurredAt)
        implements TicketEvent {}
