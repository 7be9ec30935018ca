package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** Type, category or sub-category were put right. */
@Revision("1")
public record TicketClassified(String ticketId, TicketType type, String category, String subCategory)
        implements TicketEvent {}
