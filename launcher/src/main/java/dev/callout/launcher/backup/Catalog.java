package dev.callout.launcher.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What PostgreSQL itself says there is, so that no table can be forgotten when one is added. */
final class Catalog {

    /** Flyway's own; a restore lets Flyway write it anew. */
    static final String HISTORY = "flyway_schema_history";

    /** A rebuild's second copy of a view is not worth keeping: it is computed. So is what PostgreSQL need not log. */
    private static final String OURS =
            " nspname NOT IN ('information_schema', 'rebuild') AND nspname NOT LIKE 'pg\\_%' ";

    private static final String TABLES =
            "SELECT c.oid::regclass::text, NULL FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                    + " WHERE relkind IN ('r', 'p') AND NOT relispartition AND relpersistence = 'p' AND" + OURS
                    + "ORDER BY 1";

    private static final String REFERENCES =
            "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint WHERE contype = 'f'";

    private static final String SEQUENCES =
            "SELECT c.oid::regclass::text, NULL FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                    + " WHERE relkind = 'S' AND" + OURS + "ORDER BY 1";

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Every table, each behind those it refers to. */
    List<String> tables() throws SQLException {
        var references = pairs(REFERENCES);
        var waiting = new TreeSet<>(everyTable());
        waiting.remove(HISTORY);
        var ordered = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(table -> references.stream()
                            .filter(reference -> reference.get(0).equals(table))
                            .map(reference -> reference.get(1))
                            .noneMatch(other -> !other.equals(table) && waiting.contains(other)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + waiting);
            }
            ordered.addAll(next);
            Set.copyOf(next).forEach(waiting::remove);
        }
        return ordered;
    }

    List<String> everyTable() throws SQLException {
        return pairs(TABLES).stream().map(pair -> pair.get(0)).toList();
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var pair : pairs(SEQUENCES)) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT last_value, is_called FROM " + pair.get(0))) {
                row.next();
                sequences.add(new Manifest.Sequence(pair.get(0), row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    /** PostgreSQL's guesses: enough to show how far something is. */
    Map<String, Long> roughRows() throws SQLException {
        var rows = new LinkedHashMap<String, Long>();
        for (var pair : pairs("SELECT oid::regclass::text, greatest(reltuples, 0)::bigint::text FROM pg_class")) {
            rows.put(pair.get(0), Long.valueOf(pair.get(1)));
        }
        return rows;
    }

    /** The first column of the first row; empty when there is none. */
    Optional<String> ask(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    private List<List<String>> pairs(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            var pairs = new ArrayList<List<String>>();
            while (row.next()) {
                pairs.add(List.of(
                        row.getString(1), Optional.ofNullable(row.getString(2)).orElse("")));
            }
            return pairs;
        }
    }
}
