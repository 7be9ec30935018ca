package dev.callout.api.sla;

import static dev.callout.api.sla.SlaClock.ARRIVAL;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static dev.callout.api.sla.Story.at;
import static dev.callout.api.sla.Story.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.callout.api.ticket.Priority;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 1 of the guide's commentary: the worked examples of time that only counts when it is open. */
class ReadDueTimesTest {

    private final Shelf guide = Shelf.guide();

    @Test
    void eight_business_hours_from_friday_evening_end_on_monday() {
        var response = raised("2026-11-20T17:00", Priority.MEDIUM, guide).response("2026-11-20T17:00");
        assertThat(response.dueAt()).isEqualTo(at("2026-11-23T12:00"));
        assertThat(response.target()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void four_business_hours_from_saturday_noon_end_on_monday() {
        var resolution = raised("2026-11-21T13:00", Priority.URGENT, guide).resolution("2026-11-21T13:00");
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-23T12:00"));
    }

    @Test
    void twenty_four_business_hours_are_more_than_three_days() {
        var response = raised("2026-11-20T17:00", Priority.LOW, guide).response("2026-11-20T17:00");
        assertThat(response.dueAt()).isEqualTo(at("2026-11-25T10:00"));
    }

    @Test
    void a_ticket_of_sunday_is_urgent_from_monday_on() {
        var response = raised("2026-11-22T11:00", Priority.URGENT, guide).response("2026-11-22T20:00");
        assertThat(response.dueAt()).isEqualTo(at("2026-11-23T09:30"));
        assertThat(response.used()).isZero();
        assertThat(response.verdict()).isEqualTo(SlaVerdict.RUNNING);
    }

    @Test
    void a_holiday_is_nobodys_working_time() {
        var resolution = raised("2026-12-24T16:00", Priority.HIGH, guide).resolution("2026-12-24T16:00");
        assertThat(resolution.dueAt()).isEqualTo(at("2026-12-28T11:00"));
    }

    @Test
    void twenty_four_hours_on_the_wall_are_thirteen_o_clock_after_the_clock_went_forward() {
        var shelf = Shelf.of(Shelf.target(ARRIVAL, Priority.LOW, 1440, TargetUnit.MINUTES));
        var arrival = raised("2027-03-27T12:00", Priority.LOW, shelf)
                .visitPromised("2027-03-27T12:00")
                .arrival("2027-03-27T12:00");
        assertThat(arrival.dueAt()).isEqualTo(at("2027-03-28T13:00"));
        assertThat(arrival.calendar()).isNull();
    }

    @Test
    void two_business_days_end_at_the_same_time_of_day() {
        var resolution = raised("2026-11-18T10:40", Priority.MEDIUM, guide).resolution("2026-11-18T10:40");
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-20T10:40"));
        assertThat(resolution.target()).isEqualTo(Duration.ofHours(18));
        assertThat(resolution.calendar()).isEqualTo(new CalendarVersion(Shelf.CALENDAR, 1));
    }

    @Test
    void business_days_from_a_sunday_count_from_monday_morning() {
        var story = raised("2026-11-22T11:00", Priority.MEDIUM, guide);
        var resolution = story.resolution("2026-11-22T11:00");
        assertThat(resolution.target()).isEqualTo(Duration.ofHours(18));
        assertThat(resolution.dueAt()).isEqualTo(at("2026-11-24T18:00"));
        assertThat(resolution.thresholds()).contains(new SlaThreshold(100, at("2026-11-24T18:00"), false));
        assertThat(story.resolution("2026-11-24T18:00").verdict()).isEqualTo(SlaVerdict.RUNNING);
        assertThat(story.resolution("2026-11-24T18:01").verdict()).isEqualTo(SlaVerdict.MISSED);
        story.waits(PauseReason.PENDING_CUSTOMER, "2026-11-23T10:00", "2026-11-23T11:00");
        assertThat(story.resolution("2026-11-23T11:00").dueAt()).isEqualTo(at("2026-11-25T10:00"));
    }

    /** A day that would begin where it has to end is none: the last open minute is the closing before. */
    @ParameterizedTest(name = "five business days from {0} are due {1}")
    @CsvSource({
        "2026-11-15T11:00, 2026-11-20T18:00", // Sunday: Friday evening, not Saturday 10:00
        "2026-11-16T09:00, 2026-11-20T18:00",
        "2026-11-16T06:30, 2026-11-20T18:00",
        "2026-11-14T14:00, 2026-11-20T18:00", // at the closing of Saturday
        "2026-11-16T09:30, 2026-11-20T18:00", // Saturday opens only later
        "2026-11-16T14:20, 2026-11-21T14:00", // Saturday closes before: its closing
        "2026-11-18T14:20, 2026-11-24T14:20",
        "2026-11-18T09:01, 2026-11-24T09:01",
        "2026-11-19T18:00, 2026-11-25T18:00"
    })
    void business_days_end_at_a_closing_rather_than_at_the_next_opening(String from, String due) {
        var resolution = raised(from, Priority.LOW, guide).resolution(from);
        assertThat(resolution.dueAt()).isEqualTo(at(due));
        assertThat(resolution.promised().amount()).isEqualTo(5);
        assertThat(resolution.promised().unit()).isEqualTo(TargetUnit.BUSINESS_DAYS);
    }

    @Test
    void eighty_percent_of_four_hours_from_ten_are_twelve_past_one() {
        var resolution = raised("2026-11-19T10:00", Priority.URGENT, guide).resolution("2026-11-19T10:00");
        assertThat(resolution.thresholds())
                .containsExactly(
                        new SlaThreshold(80, at("2026-11-19T13:12"), false),
                        new SlaThreshold(100, at("2026-11-19T14:00"), false),
                        new SlaThreshold(120, at("2026-11-19T14:48"), false));
    }

    @Test
    void a_goal_is_counted_like_the_target() {
        var arrival = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .visitPromised("2026-11-19T10:00")
                .arrival("2026-11-19T10:00");
        assertThat(arrival.goalAt()).isEqualTo(at("2026-11-19T14:00"));
        assertThat(arrival.dueAt()).isEqualTo(at("2026-11-19T18:00"));
    }

    /** K-06: the plan for every priority, and the priority for every plan. */
    @ParameterizedTest(name = "{0}: {1} due {2}")
    @CsvSource({"URGENT, PRIORITY, 2026-11-19T12:00", "HIGH, PLAN, 2026-11-19T18:00", "LOW, PLAN, 2026-11-19T18:00"})
    void of_plan_and_priority_the_earlier_arrival_counts_and_says_which(
            Priority priority, TargetBasis basis, String due) {
        var shelf = Shelf.of(
                Shelf.target(ARRIVAL, null, 480, TargetUnit.MINUTES),
                Shelf.target(ARRIVAL, Priority.URGENT, 120, TargetUnit.MINUTES),
                Shelf.target(ARRIVAL, Priority.HIGH, 480, TargetUnit.MINUTES),
                Shelf.target(ARRIVAL, Priority.LOW, 1440, TargetUnit.MINUTES));
        var arrival = raised("2026-11-19T10:00", priority, shelf)
                .visitPromised("2026-11-19T10:00")
                .arrival("2026-11-19T10:00");
        assertThat(arrival.dueAt()).isEqualTo(at(due));
        assertThat(arrival.promised().basis()).isEqualTo(basis);
        assertThat(arrival.outdone().basis()).isNotEqualTo(basis);
    }

    @Test
    void a_plan_is_enough_where_the_priority_promises_nothing() {
        var shelf = Shelf.of(Shelf.target(ARRIVAL, null, 60, TargetUnit.MINUTES));
        var arrival = raised("2026-11-19T10:00", Priority.LOW, shelf)
                .visitPromised("2026-11-19T10:00")
                .arrival("2026-11-19T10:00");
        assertThat(arrival.dueAt()).isEqualTo(at("2026-11-19T11:00"));
        assertThat(arrival.promised().basis()).isEqualTo(TargetBasis.PLAN);
        assertThat(arrival.outdone()).isNull();
    }

    /** The wall clock is earlier by night, the business hours after a long pause over the weekend. */
    @Test
    void the_earlier_of_two_is_found_with_all_that_made_the_clock_stand_still() {
        var shelf = Shelf.of(
                Shelf.target(RESOLUTION, null, 1440, TargetUnit.MINUTES),
                Shelf.target(RESOLUTION, Priority.LOW, 480, TargetUnit.BUSINESS_MINUTES));
        var story = raised("2026-11-20T17:00", Priority.LOW, shelf);
        assertThat(story.resolution("2026-11-20T17:00").dueAt()).isEqualTo(at("2026-11-21T17:00"));
        story.waits(PauseReason.PENDING_CUSTOMER, "2026-11-20T17:00", "2026-11-23T09:00");
        var paused = story.resolution("2026-11-23T09:00");
        assertThat(paused.promised().basis()).isEqualTo(TargetBasis.PRIORITY);
        assertThat(paused.dueAt()).isEqualTo(at("2026-11-23T17:00"));
    }

    @Test
    void part_of_a_nanosecond_is_rounded_up() {
        assertThat(Promise.share(Duration.ofNanos(1), 80)).isEqualTo(Duration.ofNanos(1));
        assertThat(Promise.share(Duration.ofSeconds(1, 5), 80)).isEqualTo(Duration.ofNanos(800_000_004));
        assertThat(Promise.share(Duration.ofDays(3650), 500)).isEqualTo(Duration.ofDays(18_250));
    }

    @Test
    void nothing_is_promised_without_terms() {
        var story = Story.raisedWithoutTerms("2026-11-19T10:00", guide);
        assertThat(story.read("2026-11-19T12:00").clocks()).isEmpty();
        assertThat(story.read("2026-11-19T12:00").next()).isEmpty();
    }

    @Test
    void only_what_has_a_target_is_promised() {
        var shelf = Shelf.of(Shelf.target(RESPONSE, Priority.LOW, 10, TargetUnit.MINUTES));
        assertThat(raised("2026-11-19T10:00", Priority.LOW, shelf)
                        .read("2026-11-19T10:00")
                        .clocks())
                .extracting(ClockReading::clock)
                .containsExactly(RESPONSE);
        assertThat(raised("2026-11-19T10:00", Priority.HIGH, shelf)
                        .read("2026-11-19T10:00")
                        .clocks())
                .isEmpty();
    }

    @Test
    void refuses_a_moment_before_the_ticket() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> story.read("2026-11-19T09:59"))
                .withMessage("The ticket was raised at 2026-11-19T09:00:00Z: there is nothing to read at"
                        + " 2026-11-19T08:59:00Z, which is before.");
    }

    @Test
    void terms_that_name_no_version_of_a_calendar_are_a_defect() {
        var target = new SlaTarget(RESPONSE, Priority.LOW, 10, TargetUnit.BUSINESS_MINUTES, "CAL-other", null);
        var story = raised("2026-11-19T10:00", Priority.LOW, Shelf.of(target));
        assertThatIllegalStateException()
                .isThrownBy(() -> story.read("2026-11-19T10:00"))
                .withMessageContaining("name no version of calendar CAL-other");
    }
}
