package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A technician took the assignment on. */
@Revision("1")
public record TicketAccepted(String ticketId, String technicianId, Instant occurredAt) implements TicketEvent {}
