package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** The change before this event was part of a bulk operation; {@code before} is what an undo restores. */
@Revision("1")
public record ChangedInBulk(String ticketId, String operationId, WorkState before) implements TicketEvent {}
