package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** Two tickets belong together. */
@Revision("1")
public record TicketLinked(String ticketId, String otherTicketId, LinkKind kind) implements TicketEvent {}
