package dev.callout.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.audit.Verification.State;
import dev.callout.api.audit.VerifyHistory;
import dev.callout.query.QueryTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What the chain costs, on a database of its own. The figures of docs/audit.md come from here. */
@QueryTest
@TestPropertySource(properties = "callout.audit.sealing=false")
@DirtiesContext
class AuditSpeedIT {

    private static final int APPENDING = 8;
    private static final int ROUNDS = 6;
    private static final Duration ROUND = Duration.ofMillis(1_000);
    private static final int EVENTS = 100_000;
    private static final Duration VERIFIED_WITHIN = Duration.ofSeconds(60); // on a machine that others work on, too

    private @Autowired DataSource database;
    private @Autowired JdbcClient db;
    private @Autowired Sealing sealing;
    private @Autowired HistoryCheck check;

    @Test
    void appends_hardly_notice_it() throws Exception {
        var without = new ArrayList<Long>();
        var with = new ArrayList<Long>();
        appendsInOneRound(false); // warm up
        for (var round = 0; round < ROUNDS; round++) { // one way, then the other: the machine has its moods
            for (var beingSealed : round % 2 == 0 ? List.of(false, true) : List.of(true, false)) {
                (beingSealed ? with : without).add(appendsInOneRound(beingSealed));
                sealAll();
            }
        }
        var ratio = sum(with) / (double) sum(without);
        System.out.printf(
                "Appends with %d at once: %s without sealing, %s with, ratio %.2f%n", APPENDING, without, with, ratio);
        assertThat(ratio).isGreaterThan(0.4);
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private long appendsInOneRound(boolean beingSealed) throws Exception {
        var over = new AtomicBoolean();
        var workers = Executors.newFixedThreadPool(APPENDING + 1);
        var counts = new ArrayList<Future<Long>>();
        for (var i = 0; i < APPENDING; i++) {
            counts.add(workers.submit(() -> appendUntil(over)));
        }
        if (beingSealed) {
            workers.submit((Callable<Void>) () -> {
                while (!over.get()) {
                    sealing.catchUp();
                    Thread.sleep(500); // twice as often as the product does
                }
                return null;
            });
        }
        Thread.sleep(ROUND.toMillis());
        over.set(true);
        var appended = 0L;
        for (var count : counts) {
            appended += count.get();
        }
        workers.shutdown();
        return appended;
    }

    private long appendUntil(AtomicBoolean over) throws Exception {
        var count = 0L;
        try (var appending = new Appending(database)) {
            for (; !over.get(); count++) {
                appending.append("ANY-" + UUID.randomUUID(), 0);
                appending.commit();
            }
        }
        return count;
    }

    private void sealAll() {
        var before = -1L;
        for (var now = sealed(); now != before; now = sealed()) {
            before = now;
            sealing.catchUp();
        }
    }

    private long sealed() {
        return db.sql("SELECT count(*) FROM audit_event").query(Long.class).single();
    }

    @Test
    void a_hundred_thousand_events_are_checked_in_seconds() {
        db.sql("""
                        INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        SELECT gen_random_uuid()::text, 'ANY-' || n / 10, n % 10, 'Any', '2026-03-02T09:00:00.000Z',
                            'dev.callout.test.Happened', '1',
                            convert_to('{"ticketId":"' || n || '","text":"' || repeat('something happened ', 20)
                                || '","occurredAt":"2026-03-02T09:00:00Z"}', 'UTF8'),
                            convert_to('{"actor":"ACC-dana","role":"DISPATCHER","channel":"web","commandId":"'
                                || gen_random_uuid() || '","correlationId":"' || gen_random_uuid() || '","traceId":"'
                                || gen_random_uuid() || '"}', 'UTF8')
                        FROM generate_series(0, :last) n
                        """).param("last", EVENTS - 1).update();
        var before = sealed();
        var sealedIn = timed(this::sealAll);
        var sealedNow = sealed() - before;
        var verdicts = new ArrayList<State>();
        var checkedIn = timed(() -> verdicts.add(
                check.run(new VerifyHistory(List.of(), null), progress -> {}).state()));
        System.out.printf(
                "%d events sealed in %d ms; %d checked in %d ms%n",
                sealedNow, sealedIn.toMillis(), sealed(), checkedIn.toMillis());

        assertThat(sealedNow).isEqualTo(EVENTS);
        assertThat(verdicts).containsExactly(State.SOUND);
        assertThat(checkedIn).isLessThan(VERIFIED_WITHIN);
    }

    private static Duration timed(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
