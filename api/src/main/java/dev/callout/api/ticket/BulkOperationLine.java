package dev.callout.api.ticket;

import dev.callout.api.identity.Named;
import java.time.Instant;

/** One bulk operation in the list; what became of each ticket is told by itself. */
public record BulkOperationLine(
        String operationId,
        BulkKind kind,
        BulkOperationResult.State state,
        Named requestedBy,
        Instant requestedAt,
        String reason,
        String undoes,
        int total,
        int done,
        int skipped,
        int rejected,
        long version) {}
