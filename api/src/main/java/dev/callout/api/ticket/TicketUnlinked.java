package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** Two tickets no longer belong together. */
@Revision("1")
public record TicketUnlinked(String ticketId, String otherTicketId, LinkKind kind) implements TicketEvent {}
