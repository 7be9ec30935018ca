package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** Somebody no longer wants to hear of every change. */
@Revision("1")
public record TicketUnwatched(String ticketId, String accountId) implements TicketEvent {}
