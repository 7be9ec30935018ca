package dev.callout.query.ticket.bulk;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.named;
import static dev.callout.query.sql.Columns.time;

import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationLine;
import dev.callout.api.ticket.BulkOperationPage;
import dev.callout.api.ticket.BulkOperationResult;
import dev.callout.api.ticket.BulkOperationResult.Item;
import dev.callout.api.ticket.BulkOperationResult.State;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.FindBulkOperation;
import dev.callout.api.ticket.ListBulkOperations;
import dev.callout.query.Refused;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Snapshot;
import dev.callout.query.sql.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how a bulk operation went. */
@Component
class BulkOperationQueries {

    private static final Keyset NEWEST = Keyset.of(
            "-requestedAt", true, new Column("requested_at", Kind.TIME), new Column("operation_id", Kind.TEXT));
    private static final String WITH_NAMES = """
            SELECT page.*, account.display_name
            FROM page LEFT JOIN account ON account.account_id = page.requested_by
            """;

    private final PageReader pages;
    private final Snapshot snapshot;
    private final JdbcClient db;

    BulkOperationQueries(PageReader pages, Snapshot snapshot, JdbcClient db) {
        this.pages = pages;
        this.snapshot = snapshot;
        this.db = db;
    }

    @QueryHandler
    BulkOperationPage handle(ListBulkOperations query) {
        var where = new Where().equal("requested_by", query.requestedBy());
        if (!query.states().isEmpty()) {
            where.and(query.states().stream()
                    .sorted()
                    .map(BulkOperationQueries::condition)
                    .collect(Collectors.joining(" OR ", "(", ")")));
        }
        var page = pages.read(
                "bulk_operation",
                WITH_NAMES,
                where,
                NEWEST,
                query.pageSize(),
                query.after(),
                query.count(),
                BulkOperationQueries::line);
        return new BulkOperationPage(page.items(), page.next(), page.total());
    }

    private static String condition(State state) {
        return switch (state) {
            case RUNNING -> "NOT finished AND stopped_by IS NULL";
            case STOPPING -> "NOT finished AND stopped_by IS NOT NULL";
            case STOPPED -> "finished AND stopped_by IS NOT NULL";
            case FINISHED -> "finished AND stopped_by IS NULL";
        };
    }

    private static State state(ResultSet row) throws SQLException {
        var stopped = row.getString("stopped_by") != null;
        return row.getBoolean("finished")
                ? stopped ? State.STOPPED : State.FINISHED
                : stopped ? State.STOPPING : State.RUNNING;
    }

    private static BulkOperationLine line(ResultSet row) throws SQLException {
        return new BulkOperationLine(
                row.getString("operation_id"),
                constant(row, "kind", BulkKind.class),
                state(row),
                named(row, "requested_by", "display_name"),
                time(row, "requested_at"),
                row.getString("reason"),
                row.getString("undoes"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("skipped"),
                row.getInt("rejected"),
                row.getLong("version"));
    }

    @QueryHandler
    BulkOperationResult handle(FindBulkOperation query) {
        return snapshot.read(() -> db.sql("""
                        SELECT operation.*, account.display_name, stopper.display_name AS stopper_name
                        FROM bulk_operation operation
                        LEFT JOIN account ON account.account_id = operation.requested_by
                        LEFT JOIN account stopper ON stopper.account_id = operation.stopped_by
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
                state(row),
                named(row, "requested_by", "display_name"),
                named(row, "stopped_by", "stopper_name"),
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
