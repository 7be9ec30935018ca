package dev.callout.query.ticket.bulk;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.BulkItemsProcessed;
import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationFinished;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.BulkOperationStopped;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change that somebody asked for on many tickets. */
@Entity
@Table(name = "bulk_operation")
class BulkOperationRow extends Row<String> {

    private @Id String operationId;
    private @Enumerated(STRING) BulkKind kind;
    private boolean finished;
    private String stoppedBy;
    private String requestedBy;
    private Instant requestedAt;
    private String reason;
    private String undoes;
    private int total;
    private int done;
    private int skipped;
    private int rejected;
    private long version;

    protected BulkOperationRow() {}

    BulkOperationRow(BulkOperationRequested event, Instant requestedAt, long version) {
        operationId = event.operationId();
        kind = event.kind();
        requestedBy = event.requestedBy();
        this.requestedAt = requestedAt;
        reason = event.reason();
        undoes = event.undoes();
        total = event.items().size();
        this.version = version;
    }

    void on(BulkItemsProcessed event, long version) {
        event.results().forEach(result -> count(result.outcome()));
        this.version = version;
    }

    private void count(BulkOutcome outcome) {
        switch (outcome) {
            case DONE -> done++;
            case SKIPPED -> skipped++;
            case REJECTED -> rejected++;
        }
    }

    void on(BulkOperationStopped event, long version) {
        stoppedBy = event.stoppedBy();
        this.version = version;
    }

    void on(BulkOperationFinished event, long version) {
        finished = true;
        done = event.done();
        skipped = event.skipped();
        rejected = event.rejected();
        this.version = version;
    }

    @Override
    public String getId() {
        return operationId;
    }
}
