package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A merge was taken back: the ticket stands again as it stood before. */
@Revision("1")
public record TicketUnmerged(
        String ticketId, String fromTicketId, String reason, WorkState restored, Instant occurredAt)
        implements TicketEvent {}
