package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The ticket left the daily lists; nothing of it is lost. */
@Revision("1")
public record TicketArchived(String ticketId, Instant occurredAt) implements TicketEvent {}
