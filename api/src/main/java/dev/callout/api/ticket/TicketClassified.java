package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Type, category or sub-category were put right. */
@Revision("2")
public record TicketClassified(
        String ticketId, TicketType type, String category, String subCategory, Instant occurredAt)
        implements TicketEvent {}
