package dev.callout.api.sla;

import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static dev.callout.api.sla.Story.at;
import static dev.callout.api.sla.Story.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A breach that was recorded stands, whatever is reported later, until a second person accepts the report. */
class ReadDisputesTest {

    /** Urgent, to be answered by 10:30; at 11:00 somebody reports an answer of 10:10. */
    private static Story disputed(Shelf shelf) {
        return raised("2026-11-19T10:00", Priority.URGENT, shelf)
                .breached(RESPONSE, 1, "2026-11-19T10:30")
                .answered("2026-11-19T10:10")
                .disputed("2026-11-19T11:00");
    }

    @Test
    void a_late_report_alone_does_not_undo_a_recorded_breach() {
        var response = disputed(Shelf.guide()).response("2026-11-19T12:00");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(response.missedAt()).isEqualTo(at("2026-11-19T10:30"));
        assertThat(response.dispute()).isEqualTo(SlaDispute.PENDING);
        assertThat(response.isExcused()).isFalse();
        assertThat(response.countsAsMissed()).isTrue();
    }

    @Test
    void a_late_report_counts_where_no_breach_was_recorded() {
        var story = raised("2026-11-19T10:00", Priority.URGENT, Shelf.guide()).answered("2026-11-19T10:10");
        assertThat(story.response("2026-11-19T12:00").verdict()).isEqualTo(SlaVerdict.MET);
    }

    @Test
    void a_breach_is_excused_from_when_the_report_was_accepted() {
        var story = disputed(Shelf.guide()).decided(true, "2026-11-19T14:00");
        assertThat(story.response("2026-11-19T13:59").verdict()).isEqualTo(SlaVerdict.MISSED);
        var response = story.response("2026-11-19T14:00");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MET);
        assertThat(response.missedAt()).isNull();
        assertThat(response.isExcused()).isTrue();
    }

    @Test
    void a_breach_stands_when_the_report_was_rejected() {
        var response =
                disputed(Shelf.guide()).decided(false, "2026-11-19T14:00").response("2026-11-20T14:00");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(response.dispute()).isEqualTo(SlaDispute.REJECTED);
    }

    @Test
    void a_breach_stands_also_where_a_pause_or_a_cancellation_is_reported_late() {
        var paused = raised("2026-11-19T10:00", Priority.URGENT, Shelf.guide())
                .breached(RESOLUTION, 1, "2026-11-19T14:00")
                .waits(PauseReason.PENDING_CUSTOMER, "2026-11-19T10:10");
        assertThat(paused.resolution("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.MISSED);
        var cancelled = raised("2026-11-19T10:00", Priority.URGENT, Shelf.guide())
                .breached(RESOLUTION, 1, "2026-11-19T14:00")
                .givenUp("2026-11-19T10:10");
        assertThat(cancelled.resolution("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.MISSED);
    }

    @Test
    void before_the_breach_nothing_was_broken() {
        var story = disputed(Shelf.guide());
        assertThat(story.response("2026-11-19T10:05").verdict()).isEqualTo(SlaVerdict.RUNNING);
        assertThat(story.response("2026-11-19T10:30").verdict()).isEqualTo(SlaVerdict.MET);
    }

    /** Of other terms it counts whether they would have been broken before the report came. */
    @Test
    void other_terms_are_judged_by_when_the_report_came() {
        var course = disputed(Shelf.guide()).course();
        assertThat(verdict(course.under(course.terms()), 30)).isEqualTo(SlaVerdict.MISSED);
        assertThat(verdict(course.under(course.terms()), 59)).isEqualTo(SlaVerdict.MISSED);
        assertThat(verdict(course.under(course.terms()), 61)).isEqualTo(SlaVerdict.MET);
        assertThat(verdict(course.under(course.terms()), 5)).isEqualTo(SlaVerdict.MISSED);
        var accepted = disputed(Shelf.guide()).decided(true, "2026-11-19T14:00").course();
        assertThat(verdict(accepted.under(accepted.terms()), 30)).isEqualTo(SlaVerdict.MET);
    }

    private static SlaVerdict verdict(SlaCourse course, long minutes) {
        var shelf = Shelf.of(Shelf.target(RESPONSE, Priority.URGENT, minutes, TargetUnit.MINUTES));
        return SlaCalculation.read(course, shelf, at("2026-11-19T18:00")).clocks().stream()
                .filter(clock -> clock.clock() == RESPONSE)
                .map(ClockReading::verdict)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void courses_that_were_stored_without_breaches_have_none() {
        var course = disputed(Shelf.guide()).course();
        var stored = new SlaCourse(
                course.startedAt(),
                course.startedBy(),
                course.respondedAt(),
                course.respondedBy(),
                null,
                null,
                null,
                course.cycles(),
                course.pauses(),
                course.terms(),
                null,
                null);
        assertThat(stored.breaches()).isEqualTo(List.of());
    }
}
