package dev.callout.query.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.query.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An order in which a list is read page by page: the next page begins after the last row of the one before, whatever
 * was added or removed in between.
 *
 * @param name goes into the cursor, so that a cursor of another order is told apart
 */
public record Keyset(String name, boolean descending, List<Column> columns) {

    /** One column of the order; the last one must be unique. */
    public record Column(String name, Kind kind) {}

    /** How a column's value is written in a cursor. */
    public enum Kind {
        TEXT,
        NUMBER,
        TIME
    }

    public static Keyset of(String name, boolean descending, Column... columns) {
        return new Keyset(name, descending, List.of(columns));
    }

    public String orderBy() {
        return columns.stream()
                .map(column -> column.name() + (descending ? " DESC" : ""))
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    /** Narrows to what comes after the cursor, if there is one. */
    public void after(String cursor, Where where) {
        if (cursor == null) {
            return;
        }
        var values = read(cursor);
        var row = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var i = 0; i < columns.size(); i++) {
            names.add(columns.get(i).name());
            row.add(":after" + i);
            where.parameters().put("after" + i, values.get(i));
        }
        where.and("(" + String.join(", ", names) + ")" + (descending ? " < " : " > ") + "(" + String.join(", ", row)
                + ")");
    }

    /** The cursor that leads on from a row. */
    public String cursor(ResultSet row) throws SQLException {
        var parts = new ArrayList<String>(List.of(name));
        for (var column : columns) {
            parts.add(
                    switch (column.kind()) {
                        case TIME ->
                            row.getObject(column.name(), OffsetDateTime.class)
                                    .toInstant()
                                    .toString();
                        case TEXT, NUMBER -> row.getString(column.name());
                    });
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\0", parts).getBytes(UTF_8));
    }

    /** The cursor that leads on from a row with one column in its order. */
    public String cursor(Object value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((name + "\0" + value).getBytes(UTF_8));
    }

    private List<Object> read(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\0", -1);
            if (parts.length != columns.size() + 1 || !parts[0].equals(name)) {
                throw new IllegalArgumentException("a cursor of another list");
            }
            var values = new ArrayList<Object>();
            for (var i = 0; i < columns.size(); i++) {
                values.add(value(columns.get(i).kind(), parts[i + 1]));
            }
            return values;
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw Refused.invalid("'after' is no cursor of this list.");
        }
    }

    private static Object value(Kind kind, String text) {
        return switch (kind) {
            case TEXT -> text;
            case NUMBER -> Long.valueOf(text);
            case TIME -> Instant.parse(text).atOffset(ZoneOffset.UTC);
        };
    }
}
