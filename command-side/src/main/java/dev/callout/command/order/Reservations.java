package dev.callout.command.order;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps an Idempotency-Key for one request while that is at work on something besides its command, such as the bytes of
 * a file. Another request with the same key waits, or is refused if it asks for something else.
 */
@Component
class Reservations {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MILLIS = 50;

    /** After a crash nobody gives it back. */
    private static final int ABANDONED_AFTER_MINUTES = 5;

    private final JdbcClient jdbc;

    Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds no connection while it waits. */
    void take(Order order) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isTaken(order)) {
            requireSame(order);
            if (System.nanoTime() > deadline) {
                throw new ProblemException(
                                ProblemCode.CONCURRENT_CHANGE, "The same request is still being worked on; try again.")
                        .retryAfter(5);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
    }

    private boolean isTaken(Order order) {
        return jdbc.sql("INSERT INTO request_reservation AS held (command_id, request_hash) VALUES (:id, :hash)"
                                + " ON CONFLICT (command_id) DO UPDATE"
                                + " SET request_hash = excluded.request_hash, reserved_at = now()"
                                + " WHERE held.reserved_at < now() - make_interval(mins => :abandoned)")
                        .param("id", order.commandId())
                        .param("hash", order.requestHash())
                        .param("abandoned", ABANDONED_AFTER_MINUTES)
                        .update()
                == 1;
    }

    private void requireSame(Order order) {
        var other = jdbc.sql("SELECT request_hash FROM request_reservation WHERE command_id = ?")
                .param(order.commandId())
                .query(byte[].class)
                .optional();
        if (other.isPresent() && !Arrays.equals(other.get(), order.requestHash())) {
            throw new CommandRefused(RefusalCode.COMMAND_ID_REUSED, Orders.REUSED);
        }
    }

    void release(Order order) {
        jdbc.sql("DELETE FROM request_reservation WHERE command_id = ? AND request_hash = ?")
                .params(order.commandId(), order.requestHash())
                .update();
    }
}
