package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The technician began to work. */
@Revision("1")
public record WorkStarted(String ticketId, String technicianId, Instant occurredAt) implements TicketEvent {}
