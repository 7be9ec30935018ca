package dev.callout.benchmarks.store;

import dev.callout.benchmarks.load.Task;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What nothing that stores an event or shows a ticket can beat: the same bytes as one row of the same shape in one
 * transaction of its own, the same row by its key, the same page by one query.
 */
public final class Floor {

    private final Store store;
    private final AtomicLong turn = new AtomicLong();
    private volatile List<String> tickets = List.of();

    public Floor(Store store) {
        this.store = store;
    }

    public void read(List<String> tickets) {
        this.tickets = tickets;
    }

    public Task answerNothing() throws SQLException {
        return reading(store.connect(), "SELECT 1", statement -> {});
    }

    public Task readRow() throws SQLException {
        return readRow(store.connect());
    }

    public Task readPage() throws SQLException {
        return readPage(store.connect());
    }

    /** Inserts what the youngest event of a type is made of, under ids of its own. */
    public Task insert(String type) throws SQLException {
        return insert(store.connect(), type);
    }

    /** What {@link dev.callout.benchmarks.desk.Desk#mixed} does, as often. */
    public Task mixed() throws SQLException {
        var connection = store.connect();
        var read = readRow(connection);
        var page = readPage(connection);
        var comment = insert(connection, "CommentAdded");
        var assign = insert(connection, "TicketAssigned");
        return Task.inTurns(
                List.of(read, page, read, comment, read, assign, read, page, read, insert(connection, "TicketRaised")));
    }

    private Task readRow(Connection connection) throws SQLException {
        return reading(
                connection,
                "SELECT * FROM ticket_details WHERE ticket_id = ?",
                statement -> statement.setString(1, tickets.get((int) (turn.getAndIncrement() % tickets.size()))));
    }

    private Task readPage(Connection connection) throws SQLException {
        return reading(connection, """
                SELECT page.*, customer.name, contact.name, site.name, technician.display_name, team.name
                FROM (SELECT * FROM ticket_board WHERE NOT archived AND status IN ('CREATED', 'ASSIGNED')
                      ORDER BY urgency, raised_at, ticket_id LIMIT 51) page
                LEFT JOIN customer ON customer.customer_id = page.customer_id
                LEFT JOIN customer_contact contact ON contact.contact_id = page.contact_id
                    AND contact.customer_id = page.customer_id
                LEFT JOIN customer_site site ON site.site_id = page.site_id AND site.customer_id = page.customer_id
                LEFT JOIN account technician ON technician.account_id = page.technician_id
                LEFT JOIN team ON team.team_id = page.team_id
                ORDER BY page.urgency, page.raised_at, page.ticket_id""", statement -> {});
    }

    private static Task insert(Connection connection, String type) throws SQLException {
        var columns = Columns.of(connection, "domain_event_entry");
        var insert = connection.prepareStatement(
                "INSERT INTO benchmark.event (" + columns.list() + ") VALUES (" + columns.marks() + ")");
        try (var sample = connection.prepareStatement("SELECT " + columns.list()
                + " FROM domain_event_entry WHERE payload_type LIKE ? ORDER BY global_index DESC LIMIT 1")) {
            sample.setString(1, "%." + type);
            try (var event = sample.executeQuery()) {
                if (!event.next()) {
                    throw new SQLException("There is no " + type + " yet whose bytes could be inserted.");
                }
                for (var i = 1; i <= columns.names().size(); i++) {
                    insert.setObject(i, event.getObject(i));
                }
            }
        }
        var eventId = columns.placeOf("event_identifier");
        var aggregateId = columns.placeOf("aggregate_identifier");
        return new OnConnection(connection, insert) {
            @Override
            public void once() throws SQLException {
                insert.setString(eventId, UUID.randomUUID().toString());
                insert.setString(aggregateId, "TCK-" + UUID.randomUUID());
                insert.executeUpdate();
            }
        };
    }

    /** Fills in what a query asks for. */
    private interface Parameters {

        void fill(PreparedStatement statement) throws SQLException;
    }

    private static Task reading(Connection connection, String sql, Parameters parameters) throws SQLException {
        return new OnConnection(connection, connection.prepareStatement(sql)) {
            @Override
            public void once() throws SQLException {
                parameters.fill(statement);
                try (var rows = statement.executeQuery()) {
                    var columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (var column = 1; column <= columns; column++) {
                            rows.getString(column);
                        }
                    }
                }
            }
        };
    }

    /** One statement, prepared once, on a connection that ends with it. */
    private abstract static class OnConnection implements Task {

        final Connection connection;
        final PreparedStatement statement;

        OnConnection(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
