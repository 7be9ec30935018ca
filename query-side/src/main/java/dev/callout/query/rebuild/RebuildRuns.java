package dev.callout.query.rebuild;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which views are being rebuilt, so that a crash in the middle does not end it. */
@Component
class RebuildRuns {

    private final JdbcClient db;

    RebuildRuns(JdbcClient db) {
        this.db = db;
    }

    /** Notes that a rebuild begins; false when one is under way already. */
    boolean begin(String projection, long total) {
        return db.sql("""
                        INSERT INTO rebuild_run AS run (projection, state, started_at, done, total)
                        VALUES (:projection, 'RUNNING', now(), 0, :total)
                        ON CONFLICT (projection) DO UPDATE SET state = 'RUNNING', started_at = now(),
                            finished_at = NULL, done = 0, total = excluded.total, error = NULL
                        WHERE run.state <> 'RUNNING'
                        """).param("projection", projection).param("total", total).update() == 1;
    }

    void progressed(String projection, long done) {
        db.sql(
                        "UPDATE rebuild_run SET done = :done, total = greatest(total, :done) WHERE projection = :projection AND state = 'RUNNING'")
                .param("projection", projection)
                .param("done", done)
                .update();
    }

    /** Ends a run that is still under way, once; false when somebody else ended it. */
    boolean end(String projection, RebuildStatus.State state, String error) {
        return db.sql("UPDATE rebuild_run SET state = :state, finished_at = now(), error = :error,"
                                + " done = CASE WHEN :state = 'DONE' THEN total ELSE done END"
                                + " WHERE projection = :projection AND state = 'RUNNING'")
                        .param("projection", projection)
                        .param("state", state.name())
                        .param("error", error)
                        .update()
                == 1;
    }

    List<String> underWay() {
        return db.sql("SELECT projection FROM rebuild_run WHERE state = 'RUNNING' ORDER BY projection")
                .query(String.class)
                .list();
    }

    Map<String, RebuildStatus> all() {
        var runs = new HashMap<String, RebuildStatus>();
        db.sql("SELECT * FROM rebuild_run").query(row -> {
            runs.put(
                    row.getString("projection"),
                    new RebuildStatus(
                            constant(row, "state", RebuildStatus.State.class),
                            row.getLong("done"),
                            row.getLong("total"),
                            time(row, "started_at"),
                            time(row, "finished_at"),
                            row.getString("error")));
        });
        return runs;
    }
}
