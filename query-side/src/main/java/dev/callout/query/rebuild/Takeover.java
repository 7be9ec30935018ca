package dev.callout.query.rebuild;

import dev.callout.platform.tables.BackupLock;
import dev.callout.query.projection.Projection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a rebuilt view take the place of the old one, in a single transaction. */
@Component
class Takeover {

    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    private final ShadowTables tables;
    private final RebuildRuns runs;

    Takeover(JdbcTemplate db, PlatformTransactionManager transactions, ShadowTables tables, RebuildRuns runs) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.tables = tables;
        this.runs = runs;
    }

    /** While a backup reads the old tables they have to stay; readers of the view would wait with us. */
    boolean hasToWait() {
        return !Boolean.TRUE.equals(db.queryForObject(BackupLock.IS_FREE, Boolean.class));
    }

    /** The new tables, and with them how far they have come; letters of the old ones are no longer owed. */
    void happen(Projection projection) {
        var live = projection.name();
        transaction.executeWithoutResult(status -> {
            if (!runs.end(live, RebuildStatus.State.DONE, null)) {
                return; // another node was faster
            }
            // a node that still works for the old tables finds its claim gone, and rolls back
            db.update("DELETE FROM token_entry WHERE processor_name = ?", live);
            db.update(
                    "UPDATE token_entry SET processor_name = ?, owner = NULL WHERE processor_name = ?",
                    live,
                    ShadowProcessor.nameOf(projection));
            db.update("DELETE FROM dead_letter_entry WHERE processing_group = ?", live);
            tables.takeOver(projection);
        });
    }

    /** Leaves the old view as it is. */
    void fail(Projection projection, String cause) {
        transaction.executeWithoutResult(status -> {
            if (runs.end(projection.name(), RebuildStatus.State.FAILED, cause)) {
                forget(projection);
                tables.drop(projection);
            }
        });
    }

    void prepare(Projection projection) {
        transaction.executeWithoutResult(status -> {
            forget(projection);
            tables.create(projection);
        });
    }

    private void forget(Projection projection) {
        db.update("DELETE FROM token_entry WHERE processor_name = ?", ShadowProcessor.nameOf(projection));
    }
}
