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
        Named stoppedBy,
        Instant requestedAt,
        String reason,
        String undoes,
        int total,
        int done,
        int skipped,
        int rejected,
        List<Item> items,
        long version) {

    /** How far the operation is; a stopped one has skipped the rest of its tickets. */
    public enum State {
        RUNNING,
        STOPPING,
        STOPPED,
        FINISHED
    }

    /** One ticket; the outcome is null until its turn has come. */
    public record Item(String ticketId, String number, BulkOutcome outcome, String code, String reason) {}
}
