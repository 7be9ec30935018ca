package dev.callout.platform.health;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether anything can be written: a database that is read-only, or has no room left, still answers questions. It writes
 * into a file of its own, so that room inside the tables does not hide that the disk is full, and takes it all back.
 */
@Component
class WritesHealthIndicator implements HealthIndicator {

    private static final long TRIED_EVERY = Duration.ofSeconds(5).toNanos();

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private Health last = Health.unknown().build();
    private long triedAt = System.nanoTime() - TRIED_EVERY;

    WritesHealthIndicator(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public synchronized Health health() {
        if (System.nanoTime() - triedAt >= TRIED_EVERY) {
            last = tried();
            triedAt = System.nanoTime();
        }
        return last;
    }

    private Health tried() {
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                db.sql("SET LOCAL lock_timeout = '2s'").update();
                db.sql("TRUNCATE write_probe").update();
                db.sql("INSERT INTO write_probe SELECT repeat('x', 1000) FROM generate_series(1, 64)")
                        .update();
            });
            return Health.up().build();
        } catch (RuntimeException failure) {
            return Health.down(failure).build();
        }
    }
}
