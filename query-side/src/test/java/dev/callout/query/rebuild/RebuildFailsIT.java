package dev.callout.query.rebuild;

import static dev.callout.query.Api.ADMIN;
import static dev.callout.query.ticket.Tickets.comment;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.projection.Projection;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Leaves an event behind that no view can digest, and with it the database. */
@QueryTest
@DirtiesContext
class RebuildFailsIT {

    private static final String BOARD = "projection-ticket-board";
    private static final String LETTERS = "/operations/dead-letters";

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired JdbcClient db;
    private @Autowired RebuildRuns runs;
    private @Autowired Digests digests;
    private @Autowired List<Projection> projections;

    @Test
    void a_poisonous_event_fails_the_rebuild_and_leaves_the_view_as_it_was() {
        var good = Tickets.newId();
        story.tell(raised(good));
        var board = projections.stream()
                .filter(projection -> projection.name().equals(BOARD))
                .findFirst()
                .orElseThrow();
        var before = digests.of(board);

        story.tell(comment(Tickets.newId(), AuthorKind.STAFF, "To a ticket nobody raised", false, "09:20"));
        assertThat(api.post(ADMIN, "/operations/projections/" + BOARD + "/rebuild"))
                .hasStatus(202);
        var end = await().atMost(Duration.ofSeconds(30))
                .until(() -> runs.all().get(BOARD), run -> run.state() != RebuildStatus.State.RUNNING);
        assertThat(end.state()).isEqualTo(RebuildStatus.State.FAILED);
        assertThat(end.error()).contains("NoSuchElementException");
        assertThat(digests.of(board)).isEqualTo(before);
        assertThat(db.sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'rebuild'::regnamespace")
                        .query(Long.class)
                        .single())
                .isZero();

        assertThat(api.get(ADMIN, LETTERS))
                .bodyJson()
                .extractingPath("$.items[0].event")
                .isEqualTo("CommentAdded");
        assertThat(api.get(ADMIN, LETTERS))
                .bodyJson()
                .extractingPath("$.items[0].causeType")
                .asString()
                .contains("NoSuchElement");
        assertThat(api.post(ADMIN, LETTERS + "/" + BOARD + "/retry"))
                .bodyJson()
                .isLenientlyEqualTo("{\"before\":1,\"left\":1}");
        assertThat(api.post(ADMIN, LETTERS + "/" + BOARD + "/discard"))
                .bodyJson()
                .isLenientlyEqualTo("{\"before\":1,\"left\":0}");
        assertThat(api.post(Api.DISPATCHER, LETTERS + "/" + BOARD + "/discard")).hasStatus(403);

        story.tell(comment(good, AuthorKind.STAFF, "All others go on", true, "09:30"));
        assertThat(digests.of(board)).isNotEqualTo(before);
    }
}
