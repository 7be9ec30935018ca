package dev.callout.domain.ticket;

import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of the first answer when the change that held it is taken back. */
class FirstTouchTest {

    private static final FirstTouch ANSWERED = new FirstTouch(at(0), at(0), at(10), Set.of(), Map.of());
    private static final WorkState WORK = Tickets.work(Tickets.in(TicketStatus.IN_PROGRESS));

    @Test
    void goes_with_a_change_that_was_the_first_answer() {
        assertThat(ANSWERED.after(undoneTo(null), WORK))
                .isEqualTo(new FirstTouch(at(0), at(0), null, Set.of(), Map.of()));
    }

    @Test
    void stays_when_the_answer_was_there_before_the_change() {
        assertThat(ANSWERED.after(undoneTo(at(10)), WORK)).isEqualTo(ANSWERED);
    }

    private static BulkChangeUndone undoneTo(Instant respondedAt) {
        var before = WORK.draft();
        before.respondedAt = respondedAt;
        return new BulkChangeUndone("TCK-1", "BLK-1", "BLK-2", before.sealed(), NOW);
    }
}
