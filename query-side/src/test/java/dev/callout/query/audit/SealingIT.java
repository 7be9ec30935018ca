package dev.callout.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.api.audit.Verification;
import dev.callout.api.audit.VerifyHistory;
import dev.callout.platform.audit.StoredEvents;
import dev.callout.query.QueryTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every event that is stored is sealed once, in its order, whatever else goes on in the database. */
@QueryTest
@Timeout(120)
class SealingIT {

    private static final int APPENDING = 16;
    private static final int APPENDS_EACH = 150;

    private @Autowired DataSource database;
    private @Autowired JdbcClient db;
    private @Autowired Sealing sealing;
    private @Autowired StoredEvents stored;
    private @Autowired HistoryCheck check;
    private @Autowired Checkpoints checkpoints;

    private static String aggregate() {
        return "ANY-" + UUID.randomUUID();
    }

    private List<Long> sealed() {
        return db.sql("SELECT position FROM audit_event ORDER BY position")
                .query(Long.class)
                .list();
    }

    private List<Long> stored() {
        return db.sql("SELECT global_index FROM domain_event_entry ORDER BY global_index")
                .query(Long.class)
                .list();
    }

    private void awaitSealed(long position) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            sealing.catchUp();
            return sealed().contains(position);
        });
    }

    @Test
    void waits_for_an_append_that_took_its_place_earlier() throws Exception {
        try (var slow = new Appending(database);
                var quick = new Appending(database)) {
            var early = slow.append(aggregate(), 0);
            var late = quick.append(aggregate(), 0);
            quick.commit();

            for (var look = 0; look < 5; look++) {
                sealing.catchUp();
                assertThat(sealed()).doesNotContain(early, late);
                assertThat(stored.settled()).isLessThan(early);
            }
            slow.commit();
            awaitSealed(late);
            assertThat(sealed()).contains(early, late);
        }
    }

    @Test
    void goes_on_over_a_place_that_was_given_up() throws Exception {
        try (var failing = new Appending(database);
                var quick = new Appending(database)) {
            var never = failing.append(aggregate(), 0);
            var late = quick.append(aggregate(), 0);
            quick.commit();
            failing.rollback();

            awaitSealed(late);
            assertThat(sealed()).doesNotContain(never);
        }
    }

    @Test
    void does_not_wait_for_appends_that_began_later_nor_for_other_work() throws Exception {
        try (var first = new Appending(database);
                var hanging = new Appending(database);
                var otherWork = database.getConnection()) {
            otherWork.setAutoCommit(false);
            otherWork.createStatement().execute("CREATE TEMP TABLE busy AS SELECT pg_current_xact_id()");
            var early = first.append(aggregate(), 0);
            stored.settled(); // has seen the first one at work
            hanging.append(aggregate(), 0);
            first.commit();

            awaitSealed(early);
            otherWork.rollback();
            otherWork.setAutoCommit(true);
        }
    }

    @Test
    void seals_each_event_once_while_many_append_and_some_fail() throws Exception {
        var seed = new Random().nextLong();
        var workers = Executors.newFixedThreadPool(APPENDING + 2);
        var work = new ArrayList<Future<?>>();
        for (var i = 0; i < APPENDING; i++) {
            var random = new Random(seed + i);
            work.add(workers.submit(() -> appendForAWhile(random)));
        }
        while (work.stream().anyMatch(one -> !one.isDone())) {
            workers.submit(sealing::catchUp).get(); // beside the job of the product, as a second node would
        }
        workers.shutdown();
        assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        for (var one : work) {
            one.get();
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            sealing.catchUp();
            assertThat(sealed()).as("seed %d", seed).isEqualTo(stored());
        });
        assertThat(new HashSet<>(sealed())).hasSameSizeAs(sealed());
        assertThat(check.run(new VerifyHistory(List.of(), null), progress -> {}).findings())
                .isEmpty();
    }

    private Void appendForAWhile(Random random) throws Exception {
        for (var i = 0; i < APPENDS_EACH; i++) {
            try (var appending = new Appending(database)) {
                var aggregate = aggregate();
                for (var sequence = 0; sequence <= random.nextInt(3); sequence++) {
                    appending.append(aggregate, sequence);
                    if (random.nextInt(20) == 0) {
                        Thread.sleep(random.nextInt(60));
                    }
                }
                if (random.nextInt(5) == 0) {
                    appending.rollback();
                } else {
                    appending.commit();
                }
            }
        }
        return null;
    }

    /** {@code -Dcallout.verify.runs=50} for more than the build has time for. */
    @Test
    @Timeout(600)
    void an_untouched_history_is_sound_while_sixteen_write_and_it_is_sealed_and_signed_for() throws Exception {
        var stopped = new AtomicBoolean();
        var workers = Executors.newFixedThreadPool(APPENDING + 1);
        try {
            var writers = IntStream.range(0, APPENDING)
                    .mapToObj(i -> workers.submit(() -> appendUntil(stopped)))
                    .toList();
            var sealer = workers.submit(() -> {
                while (!stopped.get()) {
                    sealing.catchUp();
                    checkpoints.take();
                }
            });
            var blocksSeen = new HashSet<Long>();
            for (var run = 0; run < Integer.getInteger("callout.verify.runs", 4); run++) {
                var verdict = check.run(new VerifyHistory(checkpoints.all(), null), progress -> {});
                assertThat(verdict.findings()).as("run %d", run).isEmpty();
                assertThat(verdict.state()).isEqualTo(Verification.State.SOUND);
                blocksSeen.add(verdict.blocks());
            }
            assertThat(blocksSeen).as("it grew meanwhile").hasSizeGreaterThan(1);
            stopped.set(true);
            for (var writer : writers) {
                writer.get();
            }
            sealer.get();
        } finally {
            stopped.set(true);
            workers.shutdown();
        }
    }

    private Void appendUntil(AtomicBoolean stopped) throws Exception {
        var aggregate = aggregate();
        try (var append = new Appending(database)) {
            for (var sequence = 0; !stopped.get(); ) {
                append.append(aggregate, sequence);
                if (ThreadLocalRandom.current().nextInt(10) == 0) {
                    append.rollback();
                } else {
                    append.commit();
                    sequence++;
                }
                Thread.sleep(10); // about as many as a thousand people would cause
            }
        }
        return null;
    }
}
