package dev.callout.api.sla;

import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.Story.at;
import static dev.callout.api.sla.Story.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.SlaInterval.Kind;
import dev.callout.api.ticket.Priority;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 4 of the guide's commentary: a reopened ticket. */
class ReadReopeningsTest {

    private final Shelf anew = Shelf.guide();
    private final Shelf continuing = new Shelf(List.of(), anew.hours()).and(Shelf.guideTargets(), ReopenRule.CONTINUE);

    private static Story reopened(Shelf shelf) {
        return raised("2026-11-19T10:00", Priority.URGENT, shelf)
                .answered("2026-11-19T10:10")
                .resolved("2026-11-19T12:00")
                .reopened("2026-11-19T14:00");
    }

    @Test
    void the_second_cycle_has_the_full_time() {
        var second = reopened(anew).clock(RESOLUTION, 2, "2026-11-19T15:00");
        assertThat(second.startedAt()).isEqualTo(at("2026-11-19T14:00"));
        assertThat(second.dueAt()).isEqualTo(at("2026-11-19T18:00"));
        assertThat(second.used()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_policy_may_count_what_was_used_before_but_not_the_time_between() {
        var second = reopened(continuing).clock(RESOLUTION, 2, "2026-11-19T15:00");
        assertThat(second.startedAt()).isEqualTo(at("2026-11-19T10:00"));
        assertThat(second.used()).isEqualTo(Duration.ofHours(3));
        assertThat(second.dueAt()).isEqualTo(at("2026-11-19T16:00"));
        assertThat(second.intervals())
                .extracting(SlaInterval::kind)
                .containsExactly(Kind.COUNTED, Kind.RESOLVED, Kind.COUNTED);
        assertThat(second.intervals())
                .extracting(interval -> interval.switchedBy().event())
                .containsExactly("TicketRaised", "CycleEnded", "TicketReopened");
    }

    @Test
    void the_first_verdict_is_frozen() {
        for (var shelf : List.of(anew, continuing)) {
            var first = raised("2026-11-19T10:00", Priority.URGENT, shelf)
                    .resolved("2026-11-19T12:00")
                    .resolution("2026-11-19T12:00");
            assertThat(first.verdict()).isEqualTo(SlaVerdict.MET);
            assertThat(reopened(shelf).resolution("2026-11-23T15:00")).isEqualTo(first);
        }
    }

    @Test
    void a_failure_of_the_first_cycle_is_not_hidden_by_the_second() {
        var story = raised("2026-11-19T10:00", Priority.URGENT, anew)
                .resolved("2026-11-19T15:00")
                .reopened("2026-11-19T16:00")
                .resolved("2026-11-19T16:30");
        assertThat(story.resolution("2026-11-20T10:00").verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(story.clock(RESOLUTION, 2, "2026-11-20T10:00").verdict()).isEqualTo(SlaVerdict.MET);
    }

    @Test
    void a_clock_that_goes_on_stays_broken() {
        var story = raised("2026-11-19T10:00", Priority.URGENT, continuing)
                .resolved("2026-11-19T15:00")
                .reopened("2026-11-19T16:00");
        var second = story.clock(RESOLUTION, 2, "2026-11-19T16:00");
        assertThat(second.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(second.missedAt()).isEqualTo(at("2026-11-19T14:00"));
    }

    /** Five hours of four were used by then: it broke once, in the first cycle. */
    @Test
    void a_breach_of_a_clock_that_goes_on_counts_once() {
        var story = raised("2026-11-19T10:00", Priority.URGENT, continuing)
                .resolved("2026-11-19T15:00")
                .reopened("2026-11-19T16:00")
                .resolved("2026-11-19T17:00")
                .reopened("2026-11-19T17:30");
        var read = story.read("2026-11-19T18:00");
        assertThat(read.clocks())
                .filteredOn(clock -> clock.clock() == RESOLUTION)
                .hasSize(3)
                .allMatch(clock -> clock.verdict() == SlaVerdict.MISSED)
                .filteredOn(ClockReading::countsAsMissed)
                .extracting(ClockReading::cycle)
                .containsExactly(1);
    }

    @Test
    void a_breach_of_a_clock_that_goes_on_counts_in_the_cycle_that_broke_it() {
        var story = reopened(continuing).resolved("2026-11-19T17:00").reopened("2026-11-19T17:30");
        assertThat(story.read("2026-11-19T18:00").clocks())
                .filteredOn(ClockReading::countsAsMissed)
                .extracting(ClockReading::cycle)
                .containsExactly(2);
    }

    @Test
    void two_cycles_with_their_full_time_may_each_break() {
        var story = raised("2026-11-16T09:00", Priority.URGENT, anew)
                .resolved("2026-11-17T09:00")
                .reopened("2026-11-17T10:00");
        assertThat(story.read("2026-11-19T18:00").clocks())
                .filteredOn(clock -> clock.clock() == RESOLUTION && clock.countsAsMissed())
                .hasSize(2);
    }

    @Test
    void a_third_cycle_goes_on_with_both() {
        var third = reopened(continuing)
                .resolved("2026-11-19T15:00")
                .reopened("2026-11-19T17:00")
                .clock(RESOLUTION, 3, "2026-11-19T17:30");
        assertThat(third.used()).isEqualTo(Duration.ofMinutes(210));
        assertThat(third.dueAt()).isEqualTo(at("2026-11-19T18:00"));
    }

    @Test
    void the_terms_of_the_reopening_say_whether_the_clock_goes_on() {
        var shelf = continuing.and(Shelf.guideTargets(), ReopenRule.NEW_CYCLE);
        var story = reopened(shelf).terms("2026-11-19T14:30", 2, Priority.URGENT);
        assertThat(story.clock(RESOLUTION, 2, "2026-11-19T15:00").dueAt()).isEqualTo(at("2026-11-19T16:00"));
    }

    @Test
    void terms_of_the_first_cycle_hold_in_the_second_from_its_start() {
        var story = raised("2026-11-19T09:00", Priority.LOW, anew)
                .terms("2026-11-19T11:00", 1, Priority.URGENT)
                .resolved("2026-11-19T12:00")
                .reopened("2026-11-19T13:00");
        var second = story.clock(RESOLUTION, 2, "2026-11-19T13:00");
        assertThat(second.dueAt()).isEqualTo(at("2026-11-19T17:00"));
        assertThat(second.thresholds()).noneMatch(SlaThreshold::byRetarget);
    }

    @Test
    void an_answer_that_is_still_owed_is_owed_again_after_reopening_a_cancelled_ticket() {
        var story = raised("2026-11-19T10:00", Priority.URGENT, anew)
                .givenUp("2026-11-19T10:20")
                .reopened("2026-11-19T12:00");
        assertThat(story.response("2026-11-19T11:00").verdict()).isEqualTo(SlaVerdict.VOID);
        var response = story.response("2026-11-19T12:05");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.RUNNING);
        assertThat(response.used()).isEqualTo(Duration.ofMinutes(25));
        assertThat(response.dueAt()).isEqualTo(at("2026-11-19T12:10"));
    }

    @Test
    void terms_that_were_changed_while_it_was_resolved_say_so_too() {
        var shelf = anew.and(Shelf.guideTargets(), ReopenRule.CONTINUE);
        var story = reopened(shelf).terms("2026-11-19T13:00", 2, Priority.URGENT);
        var second = story.clock(RESOLUTION, 2, "2026-11-19T15:00");
        assertThat(second.startedAt()).isEqualTo(at("2026-11-19T10:00"));
        assertThat(second.policyVersion()).isEqualTo(2);
        assertThat(story.resolution("2026-11-19T15:00").policyVersion()).isEqualTo(1);
    }
}
