package dev.callout.query.rebuild;

import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.projection.Projection;
import dev.callout.query.ticket.Tickets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class RebuildResumesIT {

    private @Autowired Story story;
    private @Autowired Rebuilds rebuilds;
    private @Autowired RebuildRuns runs;
    private @Autowired Takeover takeover;
    private @Autowired Digests digests;
    private @Autowired DataSource database;
    private @Autowired List<Projection> projections;

    @Test
    void goes_on_when_the_database_has_cut_it_off() throws Exception {
        story.tell(raised(Tickets.newId()));
        var board = board();
        var before = digests.of(board);
        rebuilds.stop();
        assertThat(runs.begin(board.name(), 1)).isTrue();
        takeover.prepare(board);

        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE rebuild.ticket_board IN ACCESS EXCLUSIVE MODE");
            rebuilds.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> cutOffWhoWaits(statement));
            other.rollback();
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> runs.all().get(board.name()).state() != RebuildStatus.State.RUNNING);
        assertThat(runs.all().get(board.name()).state()).isEqualTo(RebuildStatus.State.DONE);
        assertThat(digests.of(board)).isEqualTo(before);
    }

    private static boolean cutOffWhoWaits(Statement statement) throws SQLException {
        try (var cut = statement.executeQuery("SELECT pg_terminate_backend(pid) FROM pg_locks"
                + " WHERE relation = 'rebuild.ticket_board'::regclass AND NOT granted")) {
            return cut.next();
        }
    }

    private Projection board() {
        return projections.stream()
                .filter(projection -> projection.name().equals("projection-ticket-board"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goes_on_at_the_next_start_after_a_crash_in_the_middle() {
        story.tell(raised(Tickets.newId()));
        var board = board();
        var before = digests.of(board);
        rebuilds.stop();
        assertThat(runs.begin(board.name(), 1)).isTrue(); // what a process leaves that dies right after this
        takeover.prepare(board);
        assertThat(runs.begin(board.name(), 1))
                .as("a second one at the same time")
                .isFalse();

        rebuilds.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> runs.all().get(board.name()).state() == RebuildStatus.State.DONE);
        assertThat(digests.of(board)).isEqualTo(before);
    }
}
