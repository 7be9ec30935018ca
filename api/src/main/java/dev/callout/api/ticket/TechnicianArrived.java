package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A technician is at the site, for the first time. */
@Revision("1")
public record TechnicianArrived(String ticketId, String technicianId, Instant occurredAt) implements TicketEvent {}
