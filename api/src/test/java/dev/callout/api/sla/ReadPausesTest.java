package dev.callout.api.sla;

import static dev.callout.api.sla.PauseReason.CUSTOMER_DELAY;
import static dev.callout.api.sla.PauseReason.PENDING_CUSTOMER;
import static dev.callout.api.sla.PauseReason.PENDING_PARTS;
import static dev.callout.api.sla.Story.at;
import static dev.callout.api.sla.Story.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Priority;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rule 2 of the guide's commentary: pause and resume. */
class ReadPausesTest {

    private final Shelf guide = Shelf.guide();

    @Test
    void a_pause_counts_only_where_it_would_have_been_working_time() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .waits(PENDING_CUSTOMER, "2026-11-19T16:00", "2026-11-23T11:00");
        var resolution = story.resolution("2026-11-23T11:00");
        assertThat(resolution.used()).isEqualTo(Duration.ofHours(6));
        assertThat(resolution.remaining()).isEqualTo(Duration.ofHours(2));
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-23T13:00"));
        assertThat(resolution.thresholds()).contains(new SlaThreshold(80, at("2026-11-23T11:24"), false));
    }

    @Test
    void several_reasons_at_a_time_pause_once() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .waits(PENDING_CUSTOMER, "2026-11-19T11:00", "2026-11-19T13:00")
                .delayed("2026-11-19T12:00", "2026-11-19T14:00")
                .waits(PENDING_CUSTOMER, "2026-11-19T12:30", "2026-11-19T12:45");
        assertThat(story.resolution("2026-11-19T15:00").used()).isEqualTo(Duration.ofHours(2));
        assertThat(story.resolution("2026-11-19T15:00").dueAt()).isEqualTo(at("2026-11-20T12:00"));
    }

    @Test
    void parts_that_are_waited_for_pause_nothing_unless_the_policy_says_so() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide).waits(PENDING_PARTS, "2026-11-19T11:00");
        assertThat(story.resolution("2026-11-19T15:00").used()).isEqualTo(Duration.ofHours(5));
        assertThat(story.resolution("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.RUNNING);
    }

    @Test
    void an_open_pause_moves_the_due_time_on_with_each_reading() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide).waits(PENDING_CUSTOMER, "2026-11-19T12:00");
        assertThat(story.resolution("2026-11-19T12:00").dueAt()).isEqualTo(at("2026-11-19T18:00"));
        assertThat(story.resolution("2026-11-19T13:00").dueAt()).isEqualTo(at("2026-11-20T10:00"));
        assertThat(story.resolution("2026-11-19T14:30").dueAt()).isEqualTo(at("2026-11-20T11:30"));
        assertThat(story.resolution("2026-11-19T14:30").verdict()).isEqualTo(SlaVerdict.PAUSED);
        assertThat(story.resolution("2026-11-22T14:30").verdict()).isEqualTo(SlaVerdict.PAUSED);
    }

    @Test
    void a_delay_with_an_end_is_known_before_it_is_over_and_ends_by_itself() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide).delayed("2026-11-19T12:00", "2026-11-20T10:00");
        var meanwhile = story.resolution("2026-11-19T13:00");
        assertThat(meanwhile.verdict()).isEqualTo(SlaVerdict.PAUSED);
        assertThat(meanwhile.dueAt()).isEqualTo(at("2026-11-20T16:00"));
        assertThat(meanwhile.used()).isEqualTo(Duration.ofHours(2));
        var after = story.resolution("2026-11-20T10:00");
        assertThat(after.verdict()).isEqualTo(SlaVerdict.RUNNING);
        assertThat(after.dueAt()).isEqualTo(at("2026-11-20T16:00"));
        assertThat(after.intervals().get(after.intervals().size() - 1).switchedBy())
                .isNull();
    }

    @Test
    void the_end_that_an_event_brought_was_not_known_before() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .waits(CUSTOMER_DELAY, "2026-11-19T12:00", "2026-11-19T14:00");
        assertThat(story.resolution("2026-11-19T13:00").dueAt()).isEqualTo(at("2026-11-20T10:00"));
    }

    @Test
    void a_reply_in_the_night_lets_the_clock_go_on_in_the_morning() {
        var story = raised("2026-11-19T16:00", Priority.HIGH, guide)
                .waits(PENDING_CUSTOMER, "2026-11-19T17:00", "2026-11-20T03:00");
        var resolution = story.resolution("2026-11-20T10:00");
        assertThat(resolution.used()).isEqualTo(Duration.ofHours(2));
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-20T16:00"));
    }

    @Test
    void a_pause_that_begins_after_the_breach_does_not_heal_it() {
        var story = raised("2026-11-19T10:00", Priority.URGENT, guide)
                .waits(PENDING_CUSTOMER, "2026-11-19T14:01", "2026-11-19T17:00")
                .resolved("2026-11-19T17:30");
        var resolution = story.resolution("2026-11-19T18:00");
        assertThat(resolution.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(resolution.missedAt()).isEqualTo(at("2026-11-19T14:00"));
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-19T14:00"));
        assertThat(story.resolution("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.MISSED);
    }

    @Test
    void what_waits_after_the_answer_is_nothing_to_the_response() {
        var story = raised("2026-11-19T10:00", Priority.URGENT, guide)
                .answered("2026-11-19T10:20")
                .waits(PENDING_CUSTOMER, "2026-11-19T10:20");
        var response = story.response("2026-11-19T16:00");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MET);
        assertThat(response.dueAt()).isEqualTo(at("2026-11-19T10:30"));
    }

    @Test
    void a_pause_that_takes_no_time_changes_nothing() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .waits(PENDING_CUSTOMER, "2026-11-19T12:00", "2026-11-19T12:00");
        assertThat(story.resolution("2026-11-19T13:00").intervals()).hasSize(1);
        assertThat(story.resolution("2026-11-19T12:00").verdict()).isEqualTo(SlaVerdict.RUNNING);
    }

    @Test
    void pauses_may_be_told_in_any_order() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .waits(PENDING_CUSTOMER, "2026-11-19T14:00", "2026-11-19T15:00")
                .waits(PENDING_CUSTOMER, "2026-11-19T11:00", "2026-11-19T12:00");
        assertThat(story.resolution("2026-11-19T16:00").used()).isEqualTo(Duration.ofHours(4));
        assertThat(story.resolution("2026-11-19T16:00").dueAt()).isEqualTo(at("2026-11-20T11:00"));
    }

    @Test
    void a_ticket_that_is_delayed_from_before_its_start_has_used_nothing() {
        var resolution = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .delayed("2026-11-19T09:30", "2026-11-20T10:00")
                .resolution("2026-11-19T12:00");
        assertThat(resolution.used()).isZero();
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-20T18:00"));
        assertThat(resolution.intervals()).extracting(SlaInterval::kind).containsExactly(SlaInterval.Kind.PAUSED);
    }
}
