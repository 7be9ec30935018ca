package dev.callout.api.sla;

import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static dev.callout.api.sla.Story.at;
import static dev.callout.api.sla.Story.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Priority;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A duplicate that was raised earlier was merged into the ticket: the customer has waited since then. */
class ReadMergesTest {

    private final Shelf shelf = Shelf.of(
            Shelf.target(RESPONSE, Priority.LOW, 120, TargetUnit.MINUTES),
            Shelf.target(RESOLUTION, Priority.LOW, 480, TargetUnit.MINUTES));

    private Story merged() {
        return raised("2026-11-19T10:00", Priority.LOW, shelf).mergedWithOneOf("2026-11-19T09:00");
    }

    @Test
    void clocks_begin_with_the_first_contact() {
        var response = merged().response("2026-11-19T10:30");
        assertThat(response.startedAt()).isEqualTo(at("2026-11-19T09:00"));
        assertThat(response.dueAt()).isEqualTo(at("2026-11-19T11:00"));
        assertThat(response.used()).isEqualTo(Duration.ofMinutes(90));
        assertThat(merged().resolution("2026-11-19T10:30").dueAt()).isEqualTo(at("2026-11-19T17:00"));
    }

    @Test
    void what_was_due_before_the_ticket_was_raised_is_missed_and_no_change_of_terms() {
        var response = raised("2026-11-19T10:00", Priority.LOW, shelf)
                .mergedWithOneOf("2026-11-19T07:00")
                .response("2026-11-19T10:30");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(response.missedAt()).isEqualTo(at("2026-11-19T09:00"));
        assertThat(response.missedByRetarget()).isFalse();
    }

    @Test
    void a_later_cycle_begins_when_it_begins() {
        var story = merged().resolved("2026-11-19T12:00").reopened("2026-11-19T14:00");
        assertThat(story.clock(RESOLUTION, 2, "2026-11-19T15:00").startedAt()).isEqualTo(at("2026-11-19T14:00"));
    }

    @Test
    void a_policy_may_count_from_the_ticket_itself() {
        var own = shelf.countingFromTheTicket();
        var response = raised("2026-11-19T10:00", Priority.LOW, own)
                .mergedWithOneOf("2026-11-19T09:00")
                .response("2026-11-19T10:30");
        assertThat(response.dueAt()).isEqualTo(at("2026-11-19T12:00"));
    }
}
