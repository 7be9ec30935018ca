package dev.callout.api.sla;

import static dev.callout.api.sla.Story.at;
import static dev.callout.api.sla.Story.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Priority;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The stories of the guide's SLA chapter (SL-11, SL-17 with K-10 to K-12), and how each clock stops. */
class ReadVerdictsTest {

    private final Shelf guide = Shelf.guide();

    private Story urgent() {
        return raised("2026-11-19T10:00", Priority.URGENT, guide);
    }

    @Test
    void the_guides_ticket_was_answered_in_time_and_has_an_hour_left() {
        var story = urgent().answered("2026-11-19T10:25");
        var response = story.response("2026-11-19T13:00");
        assertThat(response.dueAt()).isEqualTo(at("2026-11-19T10:30"));
        assertThat(response.stoppedAt()).isEqualTo(at("2026-11-19T10:25"));
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MET);
        var resolution = story.resolution("2026-11-19T13:00");
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-19T14:00"));
        assertThat(resolution.remaining()).isEqualTo(Duration.ofHours(1));
        assertThat(resolution.color()).isEqualTo(SlaColor.GREEN);
    }

    @Test
    void the_guides_escalation_is_met_and_missed_at_once() {
        var story = urgent().answered("2026-11-19T11:00").resolved("2026-11-19T13:45");
        var response = story.response("2026-11-19T14:00");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(response.missedAt()).isEqualTo(at("2026-11-19T10:30"));
        assertThat(response.used()).isEqualTo(Duration.ofHours(1));
        var resolution = story.resolution("2026-11-19T14:00");
        assertThat(resolution.verdict()).isEqualTo(SlaVerdict.MET);
        assertThat(resolution.stoppedAt()).isEqualTo(at("2026-11-19T13:45"));
    }

    @Test
    void the_clock_warns_from_eighty_percent_on() {
        assertThat(urgent().resolution("2026-11-19T13:11").color()).isEqualTo(SlaColor.GREEN);
        assertThat(urgent().resolution("2026-11-19T13:12").color()).isEqualTo(SlaColor.YELLOW);
        assertThat(urgent().resolution("2026-11-19T14:00").color()).isEqualTo(SlaColor.YELLOW);
        assertThat(urgent().resolution("2026-11-19T14:01").color()).isEqualTo(SlaColor.RED);
    }

    @Test
    void what_happens_at_the_due_time_is_in_time() {
        assertThat(urgent().resolution("2026-11-19T14:00").verdict()).isEqualTo(SlaVerdict.RUNNING);
        assertThat(urgent().resolved("2026-11-19T14:00")
                        .resolution("2026-11-19T15:00")
                        .verdict())
                .isEqualTo(SlaVerdict.MET);
        assertThat(urgent().resolved("2026-11-19T14:01")
                        .resolution("2026-11-19T15:00")
                        .verdict())
                .isEqualTo(SlaVerdict.MISSED);
    }

    @Test
    void closing_time_is_late_for_what_was_due_then_even_though_nothing_was_counted_since() {
        var story = raised("2026-11-19T14:00", Priority.URGENT, guide).resolved("2026-11-19T19:00");
        var resolution = story.resolution("2026-11-19T20:00");
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-19T18:00"));
        assertThat(resolution.remaining()).isZero();
        assertThat(resolution.verdict()).isEqualTo(SlaVerdict.MISSED);
    }

    @Test
    void what_is_given_up_is_void_unless_it_was_missed_before() {
        var early = urgent().givenUp("2026-11-19T10:20");
        assertThat(early.response("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.VOID);
        assertThat(early.response("2026-11-19T15:00").color()).isEqualTo(SlaColor.GRAY);
        assertThat(early.resolution("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.VOID);
        var late = urgent().givenUp("2026-11-19T12:00");
        assertThat(late.response("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(late.resolution("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.VOID);
    }

    @Test
    void a_solution_is_an_answer() {
        var response = urgent().resolved("2026-11-19T10:20").response("2026-11-19T15:00");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MET);
        assertThat(response.stoppedAt()).isEqualTo(at("2026-11-19T10:20"));
    }

    @Test
    void an_answer_that_is_said_to_be_older_than_the_ticket_took_no_time() {
        var response = urgent().answered("2026-11-19T09:30").response("2026-11-19T15:00");
        assertThat(response.verdict()).isEqualTo(SlaVerdict.MET);
        assertThat(response.stoppedAt()).isEqualTo(at("2026-11-19T10:00"));
        assertThat(response.used()).isZero();
        assertThat(response.intervals()).isEmpty();
    }

    @Test
    void what_happened_later_does_not_count_at_an_earlier_moment() {
        var story = urgent().answered("2026-11-19T10:25")
                .resolved("2026-11-19T12:00")
                .reopened("2026-11-19T13:00");
        var then = story.read("2026-11-19T10:20");
        assertThat(then).isEqualTo(urgent().read("2026-11-19T10:20"));
        assertThat(then.next()).contains(at("2026-11-19T10:24"));
        assertThat(story.read("2026-11-19T12:30").next()).isEmpty();
    }

    @Test
    void nobody_is_late_where_nobody_has_to_go() {
        assertThat(urgent().read("2026-11-19T15:00").clock(SlaClock.ARRIVAL, 1)).isEmpty();
    }

    @Test
    void the_way_is_counted_from_the_start_of_the_ticket() {
        var story = urgent().visitPromised("2026-11-19T11:00").arrived("2026-11-19T11:50");
        assertThat(story.read("2026-11-19T10:59").clock(SlaClock.ARRIVAL, 1)).isEmpty();
        var arrival = story.arrival("2026-11-19T15:00");
        assertThat(arrival.dueAt()).isEqualTo(at("2026-11-19T12:00"));
        assertThat(arrival.used()).isEqualTo(Duration.ofMinutes(110));
        assertThat(arrival.verdict()).isEqualTo(SlaVerdict.MET);
    }

    @Test
    void a_visit_that_is_settled_too_late_is_missed_then_and_marked() {
        var arrival = urgent().visitPromised("2026-11-19T12:30").arrival("2026-11-19T12:30");
        assertThat(arrival.verdict()).isEqualTo(SlaVerdict.MISSED);
        assertThat(arrival.missedAt()).isEqualTo(at("2026-11-19T12:30"));
        assertThat(arrival.missedByRetarget()).isTrue();
        assertThat(arrival.thresholds()).containsExactly(new SlaThreshold(100, at("2026-11-19T12:00"), true));
    }

    @Test
    void nobody_has_to_arrive_any_more_when_the_work_is_over() {
        var story = urgent().visitPromised("2026-11-19T10:00").resolved("2026-11-19T11:00");
        assertThat(story.arrival("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.VOID);
        var late = urgent().visitPromised("2026-11-19T10:00").resolved("2026-11-19T13:00");
        assertThat(late.arrival("2026-11-19T15:00").verdict()).isEqualTo(SlaVerdict.MISSED);
    }

    @Test
    void nobody_is_waited_for_who_was_there_before_it_was_settled() {
        var story = urgent().arrived("2026-11-19T12:10").visitPromised("2026-11-19T12:30");
        assertThat(story.read("2026-11-19T15:00").clock(SlaClock.ARRIVAL, 1)).isEmpty();
    }
}
