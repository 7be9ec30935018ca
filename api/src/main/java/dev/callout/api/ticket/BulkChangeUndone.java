package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A change by a bulk operation was taken back: the ticket stands as it stood before. */
@Revision("1")
public record BulkChangeUndone(
        String ticketId, String operationId, String undoOperationId, WorkState restored, Instant occurredAt)
        implements TicketEvent {}
