package dev.callout.query.rebuild;

import static dev.callout.query.Api.ADMIN;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.query.Api;
import dev.callout.query.Appends;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R10, R11: one append stays open while others commit behind it, from nodes whose clocks are right, slow or fast, and
 * while a view is computed anew. It is short here; what counts is that readers have passed its place, in both views.
 */
@QueryTest
class HeldAppendIT {

    private static final String BOARD = "projection-ticket-board";
    private static final List<String> VIEWS = List.of("ticket_board", "ticket_details", "ticket_history");

    private @Autowired Story story;
    private @Autowired Appends appends;
    private @Autowired Api api;
    private @Autowired RebuildRuns runs;
    private @Autowired JdbcClient db;

    private final String held = Tickets.newId();

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 2})
    void what_is_committed_late_is_seen_all_the_same(int minutesOff) throws Exception {
        var clockOfOthers = Instant.now().plus(Duration.ofMinutes(minutesOff));
        var letGo = new CountDownLatch(1);
        var end = appends.hold(Appends.life(held, Instant.now(), raised(held), assigned(held, "ACC-ana", null)), letGo);
        try {
            commitOthers(clockOfOthers);
            story.settle();
            assertThat(api.post(ADMIN, "/operations/projections/" + BOARD + "/rebuild"))
                    .hasStatus(202);
            commitOthers(clockOfOthers);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> runs.all().get(BOARD).state() == RebuildStatus.State.DONE);
            story.settle();
            for (var view : VIEWS) {
                assertThat(seenIn(view)).as("before the commit in %s", view).isZero();
            }
        } finally {
            letGo.countDown();
        }
        end.get(10, TimeUnit.SECONDS);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(VIEWS)
                        .allSatisfy(view -> assertThat(seenIn(view)).isPositive()));
        story.settle();
        assertThat(seenIn("ticket_history")).isEqualTo(2);
        assertThat(db.sql("SELECT technician_id FROM ticket_board WHERE ticket_id = ?")
                        .param(held)
                        .query(String.class)
                        .single())
                .isEqualTo("ACC-ana");
    }

    private void commitOthers(Instant clock) {
        for (var i = 0; i < 20; i++) {
            var other = Tickets.newId();
            appends.commit(Appends.life(other, clock, raised(other)));
        }
    }

    private int seenIn(String view) {
        return db.sql("SELECT count(*) FROM " + view + " WHERE ticket_id = ?")
                .param(held)
                .query(Integer.class)
                .single();
    }
}
