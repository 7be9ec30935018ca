package dev.callout.query.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads lists page by page. */
@Component
public class PageReader {

    /** Makes one item of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What the texts of one page may have in all, if it is more than one row. */
    public static final int CHARACTERS = 100_000;

    private record Found<T>(T item, String cursor, boolean more) {}

    private final JdbcClient db;

    PageReader(JdbcClient db) {
        this.db = db;
    }

    /**
     * One page of a table.
     *
     * @param select what to make of the page, which it finds under the name {@code page}
     */
    public <T> Page<T> read(
            String table,
            String select,
            Where where,
            Keyset order,
            int size,
            String after,
            boolean count,
            Reader<T> reader) {
        var total = count ? count(table, where) : null;
        order.after(after, where);
        return read(
                rows(table, where, order, size),
                select,
                where,
                order,
                size,
                total,
                (row, number) -> new Found<>(reader.read(row), order.cursor(row), false));
    }

    /**
     * One page of a table whose rows may hold long texts: it ends early, with at least one row, where the texts would be
     * more than {@link #CHARACTERS}.
     *
     * @param text the column with the text
     */
    public <T> Page<T> readTexts(
            String table,
            String text,
            String select,
            Where where,
            Keyset order,
            int size,
            String after,
            boolean count,
            Reader<T> reader) {
        var total = count ? count(table, where) : null;
        order.after(after, where);
        var sized = "SELECT *, row_number() OVER turn AS page_row, count(*) OVER () AS page_rows,"
                + " sum(length(" + text + ")) OVER turn AS page_text FROM (" + rows(table, where, order, size)
                + ") rows WINDOW turn AS (" + order.orderBy() + ")";
        var page = "SELECT * FROM (" + sized + ") sized WHERE page_row = 1 OR page_text <= " + CHARACTERS;
        return read(
                page,
                select,
                where,
                order,
                size,
                total,
                (row, number) -> new Found<>(
                        reader.read(row), order.cursor(row), row.getLong("page_row") < row.getLong("page_rows")));
    }

    private static String rows(String table, Where where, Keyset order, int size) {
        return "SELECT * FROM " + table + where.sql() + order.orderBy() + " LIMIT " + (size + 1);
    }

    private <T> Page<T> read(
            String rows, String select, Where where, Keyset order, int size, Long total, RowMapper<Found<T>> reader) {
        var found = db.sql("WITH page AS MATERIALIZED (" + rows + ") " + select + order.orderBy())
                .params(where.parameters())
                .query(reader)
                .list();
        var more = found.size() > size
                || !found.isEmpty() && found.get(found.size() - 1).more();
        var shown = Math.min(size, found.size());
        var items = found.subList(0, shown).stream().map(Found::item).toList();
        return new Page<>(items, more ? found.get(shown - 1).cursor() : null, total);
    }

    private Long count(String table, Where where) {
        return db.sql("SELECT count(*) FROM " + table + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }
}
