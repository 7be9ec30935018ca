package dev.callout.api.sla;

import static dev.callout.api.sla.PauseReason.PENDING_CUSTOMER;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static dev.callout.api.sla.Story.at;
import static dev.callout.api.sla.Story.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 3 of the guide's commentary: priority, policy or contract changes in mid-flight. */
class ReadRetargetsTest {

    private final Shelf guide = Shelf.guide();
    private final Story raisedToUrgent = raised("2026-11-19T10:00", Priority.MEDIUM, guide)
            .waits(PENDING_CUSTOMER, "2026-11-19T11:00", "2026-11-19T12:00")
            .terms("2026-11-19T13:00", 1, Priority.URGENT);

    @Test
    void the_new_target_counts_from_the_old_start_with_all_pauses() {
        var resolution = raisedToUrgent.resolution("2026-11-19T13:00");
        assertThat(resolution.startedAt()).isEqualTo(at("2026-11-19T10:00"));
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-19T15:00"));
        assertThat(resolution.priority()).isEqualTo(Priority.URGENT);
        assertThat(resolution.verdict()).isEqualTo(SlaVerdict.RUNNING);
    }

    @Test
    void a_promise_that_only_the_change_broke_is_missed_then_and_marked() {
        var response = raisedToUrgent.response("2026-11-19T14:00");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(response.dueAt()).isEqualTo(at("2026-11-19T10:30"));
        assertThat(response.missedAt()).isEqualTo(at("2026-11-19T13:00"));
        assertThat(response.missedByRetarget()).isTrue();
        assertThat(response.thresholds()).allMatch(SlaThreshold::byRetarget);
    }

    @Test
    void it_is_missed_at_the_very_moment_of_the_change() {
        assertThat(raisedToUrgent.response("2026-11-19T12:59").verdict()).isEqualTo(SlaVerdict.RUNNING);
        assertThat(raisedToUrgent.response("2026-11-19T13:00").verdict()).isEqualTo(SlaVerdict.MISSED);
    }

    @Test
    void thresholds_that_are_still_to_come_are_not_marked() {
        var resolution = raised("2026-11-19T10:00", Priority.MEDIUM, guide)
                .terms("2026-11-19T13:30", 1, Priority.URGENT)
                .resolution("2026-11-19T13:30");
        assertThat(resolution.thresholds())
                .containsExactly(
                        new SlaThreshold(80, at("2026-11-19T13:12"), true),
                        new SlaThreshold(100, at("2026-11-19T14:00"), false),
                        new SlaThreshold(120, at("2026-11-19T14:48"), false));
    }

    @Test
    void milder_terms_do_not_erase_a_breach() {
        var story = raised("2026-11-19T10:00", Priority.URGENT, guide).terms("2026-11-19T15:00", 1, Priority.LOW);
        var resolution = story.resolution("2026-11-19T16:00");
        assertThat(resolution.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(resolution.missedAt()).isEqualTo(at("2026-11-19T14:00"));
        assertThat(resolution.missedByRetarget()).isFalse();
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-25T10:00"));
    }

    @Test
    void milder_terms_just_in_time_save_the_promise() {
        var story = raised("2026-11-19T10:00", Priority.URGENT, guide).terms("2026-11-19T14:00", 1, Priority.LOW);
        assertThat(story.resolution("2026-11-19T16:00").verdict()).isEqualTo(SlaVerdict.RUNNING);
    }

    @Test
    void a_change_after_the_stop_changes_nothing() {
        var story = raised("2026-11-19T10:00", Priority.MEDIUM, guide).answered("2026-11-19T12:00");
        var before = story.response("2026-11-19T12:30");
        story.terms("2026-11-19T13:00", 1, Priority.URGENT);
        assertThat(story.response("2026-11-19T14:00")).isEqualTo(before);
        assertThat(before.verdict()).isEqualTo(SlaVerdict.MET);
        assertThat(before.priority()).isEqualTo(Priority.MEDIUM);
    }

    @Test
    void terms_at_the_same_instant_replace_one_another() {
        var story = raised("2026-11-19T10:00", Priority.MEDIUM, guide)
                .terms("2026-11-19T13:00", 1, Priority.URGENT)
                .terms("2026-11-19T13:00", 1, Priority.LOW);
        assertThat(story.response("2026-11-19T14:00").verdict()).isEqualTo(SlaVerdict.RUNNING);
    }

    @Test
    void terms_that_are_told_late_take_their_place_in_time() {
        var story = raised("2026-11-19T10:00", Priority.MEDIUM, guide)
                .terms("2026-11-19T13:00", 1, Priority.URGENT)
                .terms("2026-11-19T12:00", 1, Priority.LOW);
        assertThat(story.response("2026-11-19T12:30").priority()).isEqualTo(Priority.LOW);
        assertThat(story.response("2026-11-19T14:00").priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void what_is_not_promised_any_more_stops_its_clock() {
        var shelf = guide.and(
                List.of(Shelf.target(RESPONSE, Priority.URGENT, 30, TargetUnit.MINUTES)), ReopenRule.NEW_CYCLE);
        var story = raised("2026-11-19T10:00", Priority.URGENT, shelf).terms("2026-11-19T12:00", 2, Priority.URGENT);
        var resolution = story.resolution("2026-11-19T15:00");
        assertThat(resolution.verdict()).isEqualTo(SlaVerdict.VOID);
        assertThat(resolution.stoppedAt()).isEqualTo(at("2026-11-19T12:00"));
        assertThat(resolution.policyVersion()).isEqualTo(1);
    }

    @Test
    void what_was_broken_before_it_was_taken_back_stays_broken() {
        var shelf = guide.and(
                List.of(Shelf.target(RESOLUTION, Priority.URGENT, 30, TargetUnit.MINUTES)), ReopenRule.NEW_CYCLE);
        var story = raised("2026-11-19T10:00", Priority.URGENT, shelf).terms("2026-11-19T12:00", 2, Priority.URGENT);
        var response = story.response("2026-11-19T15:00");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(response.missedAt()).isEqualTo(at("2026-11-19T10:30"));
    }

    @Test
    void terms_that_come_later_count_from_the_start_of_the_ticket() {
        var story = Story.raisedWithoutTerms("2026-11-19T10:00", guide)
                .answered("2026-11-19T11:00")
                .terms("2026-11-19T12:00", 1, Priority.URGENT);
        assertThat(story.read("2026-11-19T11:30").clocks()).isEmpty();
        assertThat(story.read("2026-11-19T12:30").clocks())
                .extracting(ClockReading::clock)
                .containsExactly(RESOLUTION);
        assertThat(story.resolution("2026-11-19T12:30").dueAt()).isEqualTo(at("2026-11-19T14:00"));
    }
}
