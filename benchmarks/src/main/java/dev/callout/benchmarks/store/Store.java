package dev.callout.benchmarks.store;

import dev.callout.benchmarks.desk.Desk.Tickets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The product's own PostgreSQL, seen past the product. What it needs for itself lies in a schema that it drops again. */
public record Store(String url, String password) {

    private static final int TICKETS_TO_WORK_ON = 50_000;
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "callout", password);
    }

    /** Refuses to compare with a database that forgets. */
    public void prepare() throws SQLException {
        for (var setting : DURABILITY) {
            var value = value("SHOW " + setting);
            if (!value.equals("on")) {
                throw new IllegalStateException("PostgreSQL would forget: " + setting + " is " + value);
            }
        }
        execute("DROP SCHEMA IF EXISTS benchmark CASCADE");
        execute("CREATE SCHEMA benchmark");
        execute("CREATE TABLE benchmark.event (LIKE domain_event_entry INCLUDING ALL)");
    }

    public void tidy() throws SQLException {
        execute("DROP SCHEMA IF EXISTS benchmark CASCADE");
    }

    public String settings() throws SQLException {
        var settings = new ArrayList<String>(List.of("PostgreSQL " + value("SHOW server_version")));
        for (var name : List.of("shared_buffers", "max_connections", "fsync", "synchronous_commit")) {
            settings.add(name + "=" + value("SHOW " + name));
        }
        return String.join(", ", settings);
    }

    public long tickets() throws SQLException {
        return Long.parseLong(value("SELECT count(*) FROM ticket_register"));
    }

    public List<String> ticketIds() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT ticket_id FROM ticket_register")) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    public long ticketsOnTheBoard() throws SQLException {
        return Long.parseLong(value("SELECT count(*) FROM ticket_board"));
    }

    public long events() throws SQLException {
        return Long.parseLong(value("SELECT count(*) FROM domain_event_entry"));
    }

    /** Deadlines that wait for their time. */
    public long timers() throws SQLException {
        return Long.parseLong(value("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'AxonDeadline'"));
    }

    /** Those that have left or will. */
    public long mails() throws SQLException {
        return Long.parseLong(value("SELECT count(*) FROM mail"));
    }

    /**
     * Something that the product told.
     *
     * @param occurredAt when it happened, as the event says
     */
    public record Told(String ticketId, Instant occurredAt, Instant recordedAt) {}

    /** All events of a kind that were recorded since. */
    public List<Told> told(String event, Instant since) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement("SELECT aggregate_identifier,"
                        + " convert_from(payload, 'UTF8')::jsonb ->> 'occurredAt', time_stamp FROM domain_event_entry"
                        + " WHERE payload_type LIKE ? AND time_stamp >= ?")) {
            statement.setString(1, "%." + event);
            statement.setString(2, since.toString());
            var told = new ArrayList<Told>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    told.add(new Told(
                            rows.getString(1), Instant.parse(rows.getString(2)), Instant.parse(rows.getString(3))));
                }
            }
            return told;
        }
    }

    /** What people would find if they looked now; in no order. */
    public Tickets ticketsToWorkOn() throws SQLException {
        return new Tickets(
                ids("true"), ids("status IN ('CREATED', 'ASSIGNED', 'IN_PROGRESS')"), ids("status = 'CREATED'"));
    }

    private List<String> ids(String condition) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT ticket_id FROM ticket_board WHERE " + condition
                        + " ORDER BY md5(ticket_id) LIMIT " + TICKETS_TO_WORK_ON)) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    /** Bytes on disk, indexes included, of what is stored and of what is computed from it. */
    public Map<String, Long> sizes() throws SQLException {
        var sizes = new LinkedHashMap<String, Long>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT CASE WHEN relname = 'domain_event_entry' THEN 'events'
                                    WHEN relname LIKE 'command_receipt%' OR relname LIKE '%_register' THEN 'receipts and registers'
                                    ELSE 'views and the rest' END AS part,
                            sum(pg_total_relation_size(oid)) AS bytes
                        FROM pg_class
                        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                        GROUP BY part ORDER BY part""")) {
            while (rows.next()) {
                sizes.put(rows.getString("part"), rows.getLong("bytes"));
            }
        }
        return sizes;
    }

    /** What the autovacuum would do within a minute. */
    public void analyze() throws SQLException {
        execute("ANALYZE");
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String value(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
