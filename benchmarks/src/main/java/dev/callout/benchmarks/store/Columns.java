package dev.callout.benchmarks.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of a table that are written with a row, whatever the product's tables are made of by now. */
record Columns(List<String> names) {

    static Columns of(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = ? AND is_identity = 'NO' AND is_generated = 'NEVER'
                ORDER BY ordinal_position""")) {
            query.setString(1, table);
            var names = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return new Columns(names);
        }
    }

    int placeOf(String name) {
        return names.indexOf(name) + 1;
    }

    String list() {
        return String.join(", ", names);
    }

    String marks() {
        return String.join(", ", Collections.nCopies(names.size(), "?"));
    }

    /** The same columns of a table, some of them replaced. */
    String listFrom(String alias, Map<String, String> replaced) {
        return names.stream()
                .map(name -> replaced.getOrDefault(name, alias + "." + name))
                .collect(Collectors.joining(", "));
    }
}
