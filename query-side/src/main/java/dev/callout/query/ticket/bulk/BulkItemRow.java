package dev.callout.query.ticket.bulk;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.BulkResult;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One ticket of a bulk operation, and what became of it. */
@Entity
@Table(name = "bulk_operation_item")
class BulkItemRow extends Row<String> {

    private @Id String itemKey;
    private String operationId;
    private int place;
    private String ticketId;
    private @Enumerated(STRING) BulkOutcome outcome;
    private String code;
    private String reason;

    protected BulkItemRow() {}

    BulkItemRow(String operationId, int place, String ticketId) {
        itemKey = key(operationId, ticketId);
        this.operationId = operationId;
        this.place = place;
        this.ticketId = ticketId;
    }

    void on(BulkResult result) {
        outcome = result.outcome();
        code = result.code();
        reason = result.reason();
    }

    static String key(String operationId, String ticketId) {
        return operationId + "/" + ticketId;
    }

    @Override
    public String getId() {
        return itemKey;
    }
}
