package dev.callout.query.past;

import dev.callout.query.projection.Projection;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of the views that can look back a second time, under the same names, in a schema of each view's own. They
 * are always empty, and nothing in them is unique: two who look back at the same thing don't wait for one another.
 */
@Component
class PastTables implements InitializingBean {

    private static final String COLUMNS =
            "(SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)"
                    + " FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped)";

    private final List<Projection> views;
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;

    PastTables(List<Projection> views, JdbcTemplate db, PlatformTransactionManager transactions) {
        this.views = views.stream().filter(Projection::looksBack).toList();
        this.db = db;
        transaction = new TransactionTemplate(transactions);
    }

    static String schemaOf(Projection view) {
        return view.name().replace("projection-", "past-").replace('-', '_');
    }

    /** Before the first question; a table that a migration has changed is made anew. */
    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            db.execute("SELECT pg_advisory_xact_lock(hashtext('past tables'))"); // nodes start together
            views.forEach(view -> {
                db.execute("CREATE SCHEMA IF NOT EXISTS " + schemaOf(view));
                view.tables().forEach(table -> make(table, schemaOf(view)));
            });
        });
    }

    private void make(String table, String schema) {
        var same = db.queryForObject(
                "SELECT " + COLUMNS + " IS NOT DISTINCT FROM " + COLUMNS,
                Boolean.class,
                "public." + table,
                schema + "." + table);
        if (Boolean.TRUE.equals(same)) {
            return;
        }
        db.execute("DROP TABLE IF EXISTS " + schema + "." + table);
        db.execute("CREATE UNLOGGED TABLE " + schema + "." + table + " (LIKE public." + table + ")");
        db
                .queryForList(
                        "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = ('public.' || ?)::regclass",
                        String.class,
                        table)
                .stream()
                .filter(definition -> !definition.contains(" USING gin ")) // nobody searches the past of one thing
                .forEach(definition -> db.execute(definition
                        .replace("CREATE UNIQUE INDEX", "CREATE INDEX")
                        .replace(" ON public.", " ON " + schema + ".")));
    }
}
