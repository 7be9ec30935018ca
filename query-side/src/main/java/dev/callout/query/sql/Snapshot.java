package dev.callout.query.sql;

import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets several statements see the database at one and the same moment. In a transaction that is open already they see
 * what that one sees: so they do when a read looks back, in tables of its own.
 */
@Component
public class Snapshot {

    /** Within the transaction: asked of the driver, it would cost three more journeys to the database. */
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    private static final String WITHOUT_LIMITS = "SELECT set_config(name, '0', true) FROM pg_settings WHERE name IN"
            + " ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')";

    private final JdbcTemplate db;
    private final TransactionTemplate transaction;

    Snapshot(JdbcTemplate db, PlatformTransactionManager transactions) {
        this.db = db;
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    public <T> T read(Supplier<T> statements) {
        return transaction.execute(status -> {
            if (status.isNewTransaction()) {
                db.execute(ONE_MOMENT);
            }
            return statements.get();
        });
    }

    /** The same for what may take minutes, without the limits of a session that serves people. */
    public <T> T readAtLength(Supplier<T> statements) {
        return read(() -> {
            db.execute(WITHOUT_LIMITS);
            return statements.get();
        });
    }
}
