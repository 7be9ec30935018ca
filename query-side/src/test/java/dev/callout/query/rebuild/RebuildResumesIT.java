package dev.callout.query.rebuild;

import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.projection.Projection;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class RebuildResumesIT {

    private @Autowired Story story;
    private @Autowired Rebuilds rebuilds;
    private @Autowired RebuildRuns runs;
    private @Autowired Takeover takeover;
    private @Autowired Digests digests;
    private @Autowired List<Projection> projections;

    @Test
    void goes_on_at_the_next_start_after_a_crash_in_the_middle() {
        story.tell(raised(Tickets.newId()));
        var board = projections.stream()
                .filter(projection -> projection.name().equals("projection-ticket-board"))
                .findFirst()
                .orElseThrow();
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
