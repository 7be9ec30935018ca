package dev.callout.query.ticket.bulk;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.named;
import static dev.callout.query.sql.Columns.time;

import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationResult;
import dev.callout.api.ticket.BulkOperationResult.Item;
import dev.callout.api.ticket.BulkOperationResult.State;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.FindBulkOperation;
import dev.callout.query.Refused;
import dev.callout.query.sql.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how a bulk operation went. */
@Component
class BulkOperationQueries {

    private final Snapshot snapshot;
    private final JdbcClient db;

    BulkOperationQueries(Snapshot snapshot, JdbcClient db) {
        this.snapshot = snapshot;
        this.db = db;
    }

    @QueryHandler
    BulkOperationResult handle(FindBulkOperation query) {
        return snapshot.read(() -> db.sql("""
                        SELECT operation.*, account.display_name FROM bulk_operation operation
                        LEFT JOIN account ON account.account_id = operation.requested_by
                        WHERE operation_id = :operation
                            AND (CAST(:requester AS text) IS NULL OR requested_by = :requester)
                        """)
                .param("operation", query.operationId())
                .param("requester", query.requestedBy())
                .query((row, number) -> result(row))
                .optional()
                .orElseThrow(Refused::notFound));
    }

    private BulkOperationResult result(ResultSet row) throws SQLException {
        var operationId = row.getString("operation_id");
        return new BulkOperationResult(
                operationId,
                constant(row, "kind", BulkKind.class),
                row.getBoolean("finished") ? State.FINISHED : State.RUNNING,
                named(row, "requested_by", "display_name"),
                time(row, "requested_at"),
                row.getString("reason"),
                row.getString("undoes"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("skipped"),
                row.getInt("rejected"),
                items(operationId),
                row.getLong("version"));
    }

    private List<Item> items(String operationId) {
        return db.sql("""
                        SELECT item.*, ticket.number FROM bulk_operation_item item
                        LEFT JOIN ticket_details ticket ON ticket.ticket_id = item.ticket_id
                        WHERE operation_id = :operation ORDER BY place
                        """)
                .param("operation", operationId)
                .query((row, index) -> new Item(
                        row.getString("ticket_id"),
                        row.getString("number"),
                        constant(row, "outcome", BulkOutcome.class),
                        row.getString("code"),
                        row.getString("reason")))
                .list();
    }
}
