package dev.callout.platform.identity;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts tries by what is guessed at, before it is known whether they are right: of many at the same time no more get
 * through than of one after the other. After the free ones the next waits 30 s, then twice as long each time.
 */
@Component
class FailedSignIns {

    static final int FREE_TRIES = 5;
    private static final int MOST_DOUBLINGS = 5;

    private final JdbcClient database;

    FailedSignIns(JdbcClient database) {
        this.database = database;
    }

    /** Uses up a try; how long to wait where there is none left. The one that is right is given back. */
    Optional<Duration> take(String guessed, int free) {
        var taken = database.sql("""
                        insert into sign_in_failure as f (username_hash, failures, last_failed_at)
                        values (:name, 1, clock_timestamp())
                        on conflict (username_hash) do update
                        set failures = case when f.last_failed_at < clock_timestamp() - interval '1 day' then 1
                                else f.failures + 1 end,
                            last_failed_at = clock_timestamp(),
                            locked_until = case when f.failures + 1 >= :free then clock_timestamp()
                                + interval '30 seconds' * power(2, least(f.failures + 1 - :free, :most)) end
                        where f.locked_until is null or f.locked_until <= clock_timestamp()""")
                .param("name", hash(guessed))
                .param("free", free)
                .param("most", MOST_DOUBLINGS)
                .update();
        return taken == 1 ? Optional.empty() : Optional.of(wait(guessed));
    }

    private Duration wait(String guessed) {
        return database.sql("""
                        select extract(epoch from locked_until - clock_timestamp()) from sign_in_failure
                        where username_hash = :name and locked_until > clock_timestamp()""")
                .param("name", hash(guessed))
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofMillis((long) (seconds * 1000)))
                .orElse(Duration.ZERO);
    }

    /** The try was right: nobody guessed. */
    void forget(String guessed) {
        database.sql("delete from sign_in_failure where username_hash = :name")
                .param("name", hash(guessed))
                .update();
    }

    /** This one try was right; those before it still count. */
    void giveBack(String guessed, int free) {
        database.sql("update sign_in_failure set failures = failures - 1,"
                        + " locked_until = case when failures - 1 >= :free then locked_until end"
                        + " where username_hash = :name and failures > 0")
                .param("name", hash(guessed))
                .param("free", free)
                .update();
    }

    void forgetOld() {
        database.sql("delete from sign_in_failure where last_failed_at < now() - interval '1 day'")
                .update();
    }

    private static byte[] hash(String guessed) {
        return Tokens.hash(guessed.toLowerCase(Locale.ROOT));
    }
}
