package dev.callout.query.rebuild;

import dev.callout.query.projection.Projection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of a view a second time, empty and under the same names, in the schema {@code rebuild}. */
@Component
class ShadowTables {

    private final JdbcTemplate db;

    ShadowTables(JdbcTemplate db) {
        this.db = db;
    }

    void create(Projection projection) {
        drop(projection);
        projection.tables().forEach(this::create);
    }

    void drop(Projection projection) {
        projection.tables().forEach(table -> db.execute("DROP TABLE IF EXISTS rebuild." + table));
    }

    /** Puts the new tables into the place of the old ones. Readers wait for a moment and then see the new ones. */
    void takeOver(Projection projection) {
        db.execute("SET LOCAL lock_timeout = '5s'");
        projection.tables().forEach(table -> {
            db.execute("DROP TABLE public." + table);
            db.execute("ALTER TABLE rebuild." + table + " SET SCHEMA public");
        });
    }

    /** Keys and indexes are made one by one, so that they keep the names that the migrations gave them. */
    private void create(String table) {
        db.execute("CREATE TABLE rebuild." + table + " (LIKE public." + table + " INCLUDING ALL EXCLUDING INDEXES)");
        db.query(
                        "SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint"
                                + " WHERE conrelid = ('public.' || ?)::regclass AND contype IN ('p', 'u') ORDER BY conname",
                        (row, number) -> "ALTER TABLE rebuild." + table + " ADD CONSTRAINT " + row.getString("conname")
                                + " " + row.getString("definition"),
                        table)
                .forEach(db::execute);
        db.queryForList(
                        "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = ('public.' || ?)::regclass"
                                + " AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))"
                                + " ORDER BY indexrelid",
                        String.class,
                        table)
                .forEach(definition -> db.execute(definition.replace(" ON public.", " ON rebuild.")));
    }
}
