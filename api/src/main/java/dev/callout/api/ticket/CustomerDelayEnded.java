package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The customer need not be waited for any longer, before the agreed date. */
@Revision("1")
public record CustomerDelayEnded(String ticketId, String endedBy, Instant occurredAt) implements TicketEvent {}
