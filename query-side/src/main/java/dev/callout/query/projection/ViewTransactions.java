package dev.callout.query.projection;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Transactions in which views follow the events. They don't wait for the disk: what a crash of the database takes from a
 * view, it takes from the view's position in the stream as well, and both are computed again.
 */
public class ViewTransactions implements TransactionManager {

    private final TransactionManager transactions;
    private final JdbcTemplate db;
    private final String settings;

    private ViewTransactions(TransactionManager transactions, JdbcTemplate db, String settings) {
        this.transactions = transactions;
        this.db = db;
        this.settings = settings;
    }

    static ViewTransactions live(TransactionManager transactions, JdbcTemplate db) {
        return new ViewTransactions(transactions, db, "SET LOCAL synchronous_commit TO off");
    }

    /** Those in which the tables of a view are the ones that a rebuild fills. */
    public static ViewTransactions of(String schema, TransactionManager transactions, JdbcTemplate db) {
        return new ViewTransactions(
                transactions,
                db,
                "SET LOCAL synchronous_commit TO off; SET LOCAL search_path TO " + schema + ", public");
    }

    @Override
    public Transaction startTransaction() {
        var transaction = transactions.startTransaction();
        try {
            db.execute(settings);
            return transaction;
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
    }
}
