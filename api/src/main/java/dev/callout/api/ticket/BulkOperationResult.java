package dev.callout.api.ticket;

import dev.callout.api.identity.Named;
import java.time.Instant;
import java.util.List;

/** How a bulk operation went, ticket by ticket. */
public record BulkOperationResult(
        String operationId,
        BulkKind kind,
        State state,
        Named requestedBy,
        Instant requestedAt,
        String reason,
        String undoes,
        int total,
        int done,
        int skipped,
        int rejected,
        List<Item> items,
        long version) {

    /** How far the operation is. */
    public enum State {
        RUNNING,
        FINISHED
    }

    /** One ticket; the outcome is null until its turn has come. */
    public record Item(String ticketId, String number, BulkOutcome outcome, String code, String reason) {}
}
