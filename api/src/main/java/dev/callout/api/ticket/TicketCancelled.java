package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The ticket was a mistake: a duplicate, invalid or withdrawn. */
@Revision("1")
public record TicketCancelled(String ticketId, CancelReason cause, String note, Instant occurredAt)
        implements TicketEvent {}
