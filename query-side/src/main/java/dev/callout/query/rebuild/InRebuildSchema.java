package dev.callout.query.rebuild;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Transactions in which the tables of a view are those in the schema {@code rebuild}. They don't wait for the disk: nobody
 * reads these tables, and the one that makes them the view's does, for itself and for all before it.
 */
class InRebuildSchema implements TransactionManager {

    private final TransactionManager transactions;
    private final JdbcTemplate db;

    InRebuildSchema(TransactionManager transactions, JdbcTemplate db) {
        this.transactions = transactions;
        this.db = db;
    }

    @Override
    public Transaction startTransaction() {
        var transaction = transactions.startTransaction();
        try {
            db.execute("SET LOCAL search_path TO rebuild, public; SET LOCAL synchronous_commit TO off");
            return transaction;
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
    }
}
