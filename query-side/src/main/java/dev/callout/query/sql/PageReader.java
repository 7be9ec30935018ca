package dev.callout.query.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    private record Found<T>(T item, String cursor) {}

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
        var sql = "WITH page AS MATERIALIZED (SELECT * FROM " + table + where.sql() + order.orderBy() + " LIMIT "
                + (size + 1) + ") " + select + order.orderBy();
        var found = db.sql(sql)
                .params(where.parameters())
                .query((row, number) -> new Found<>(reader.read(row), order.cursor(row)))
                .list();
        var more = found.size() > size;
        var items = (more ? found.subList(0, size) : found)
                .stream().map(Found::item).toList();
        return new Page<>(items, more ? found.get(size - 1).cursor() : null, total);
    }

    private Long count(String table, Where where) {
        return db.sql("SELECT count(*) FROM " + table + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }
}
