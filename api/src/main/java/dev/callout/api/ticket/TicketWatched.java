package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** Somebody wants to hear of every change. */
@Revision("1")
public record TicketWatched(String ticketId, String accountId) implements TicketEvent {}
