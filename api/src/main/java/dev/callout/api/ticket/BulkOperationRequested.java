package dev.callout.api.ticket;

import java.util.List;
import org.axonframework.serialization.Revision;

/** Somebody asked for one change on many tickets. */
@Revision("1")
public record BulkOperationRequested(
        String operationId,
        BulkKind kind,
        String technicianId,
        String teamId,
        TicketStatus status,
        Priority priority,
        String reason,
        String undoes,
        String requestedBy,
        List<BulkItem> items)
        implements BulkOperationEvent {}
