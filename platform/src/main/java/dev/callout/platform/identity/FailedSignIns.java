package dev.callout.platform.identity;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts wrong passwords by user name, and lets the next try wait: 30 s after the fifth, then twice as long each. */
@Component
class FailedSignIns {

    static final int FREE_TRIES = 5;
    private static final int MOST_DOUBLINGS = 5;

    private final JdbcClient database;

    FailedSignIns(JdbcClient database) {
        this.database = database;
    }

    /** How long this user name still has to wait; empty when it may try. */
    Optional<Duration> wait(String username) {
        return database.sql("""
                        select extract(epoch from locked_until - clock_timestamp()) from sign_in_failure
                        where username_hash = :name and locked_until > clock_timestamp()""")
                .param("name", hash(username))
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofMillis((long) (seconds * 1000)));
    }

    void count(String username) {
        database.sql("delete from sign_in_failure where last_failed_at < now() - interval '1 day'")
                .update();
        database.sql("""
                        insert into sign_in_failure as f (username_hash, failures, last_failed_at)
                        values (:name, 1, clock_timestamp())
                        on conflict (username_hash) do update
                        set failures = f.failures + 1,
                            last_failed_at = clock_timestamp(),
                            locked_until = case when f.failures + 1 >= :free then clock_timestamp()
                                + interval '30 seconds' * power(2, least(f.failures + 1 - :free, :most)) end""")
                .param("name", hash(username))
                .param("free", FREE_TRIES)
                .param("most", MOST_DOUBLINGS)
                .update();
    }

    void forget(String username) {
        database.sql("delete from sign_in_failure where username_hash = :name")
                .param("name", hash(username))
                .update();
    }

    private static byte[] hash(String username) {
        return Tokens.hash(username.toLowerCase(Locale.ROOT));
    }
}
