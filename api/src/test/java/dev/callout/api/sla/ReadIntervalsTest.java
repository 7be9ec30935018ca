package dev.callout.api.sla;

import static dev.callout.api.sla.PauseReason.CUSTOMER_DELAY;
import static dev.callout.api.sla.PauseReason.PENDING_CUSTOMER;
import static dev.callout.api.sla.Story.at;
import static dev.callout.api.sla.Story.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.SlaInterval.Kind;
import dev.callout.api.ticket.Priority;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every stretch of a clock says what it was, and which event began it. */
class ReadIntervalsTest {

    private final Shelf guide = Shelf.guide();

    @Test
    void the_night_is_the_calendars_and_the_pause_goes_on_behind_it() {
        var story = raised("2026-11-19T16:00", Priority.HIGH, guide)
                .waits(PENDING_CUSTOMER, "2026-11-19T17:00", "2026-11-20T10:00");
        assertThat(story.resolution("2026-11-20T11:00").intervals())
                .containsExactly(
                        interval("2026-11-19T16:00", "2026-11-19T17:00", Kind.COUNTED, "TicketRaised", 0),
                        paused("2026-11-19T17:00", "2026-11-19T18:00", Set.of(PENDING_CUSTOMER), "Waits", 2),
                        interval("2026-11-19T18:00", "2026-11-20T09:00", Kind.OUTSIDE_HOURS),
                        new SlaInterval(
                                at("2026-11-20T09:00"),
                                at("2026-11-20T10:00"),
                                Kind.PAUSED,
                                Set.of(PENDING_CUSTOMER),
                                null,
                                null),
                        interval("2026-11-20T10:00", "2026-11-20T11:00", Kind.COUNTED, "GoesOn", 3));
    }

    @Test
    void reasons_that_come_and_go_make_intervals_of_their_own() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .waits(PENDING_CUSTOMER, "2026-11-19T11:00", "2026-11-19T13:00")
                .delayed("2026-11-19T12:00", "2026-11-19T14:00");
        assertThat(story.resolution("2026-11-19T14:30").intervals())
                .containsExactly(
                        interval("2026-11-19T10:00", "2026-11-19T11:00", Kind.COUNTED, "TicketRaised", 0),
                        paused("2026-11-19T11:00", "2026-11-19T12:00", Set.of(PENDING_CUSTOMER), "Waits", 2),
                        paused(
                                "2026-11-19T12:00",
                                "2026-11-19T13:00",
                                Set.of(PENDING_CUSTOMER, CUSTOMER_DELAY),
                                "Waits",
                                4),
                        paused("2026-11-19T13:00", "2026-11-19T14:00", Set.of(CUSTOMER_DELAY), "GoesOn", 3),
                        interval("2026-11-19T14:00", "2026-11-19T14:30", Kind.COUNTED));
    }

    @Test
    void a_holiday_has_its_name() {
        var intervals = raised("2026-12-24T16:00", Priority.HIGH, guide)
                .resolution("2026-12-26T11:00")
                .intervals();
        assertThat(intervals)
                .extracting(SlaInterval::kind)
                .containsExactly(Kind.COUNTED, Kind.OUTSIDE_HOURS, Kind.HOLIDAY, Kind.OUTSIDE_HOURS, Kind.COUNTED);
        assertThat(intervals.get(2).holiday()).isEqualTo("Christmas Day");
        assertThat(intervals.get(2).from()).isEqualTo(at("2026-12-25T00:00"));
        assertThat(intervals.get(2).until()).isEqualTo(at("2026-12-26T00:00"));
    }

    @Test
    void two_pauses_for_the_same_reason_that_touch_are_one_interval() {
        var story = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .waits(PENDING_CUSTOMER, "2026-11-19T11:00", "2026-11-19T12:00")
                .waits(PENDING_CUSTOMER, "2026-11-19T12:00", "2026-11-19T13:00");
        assertThat(story.resolution("2026-11-19T13:00").intervals())
                .containsExactly(
                        interval("2026-11-19T10:00", "2026-11-19T11:00", Kind.COUNTED, "TicketRaised", 0),
                        paused("2026-11-19T11:00", "2026-11-19T13:00", Set.of(PENDING_CUSTOMER), "Waits", 2));
    }

    @Test
    void a_delay_that_goes_on_ends_with_the_reading() {
        var intervals = raised("2026-11-19T10:00", Priority.HIGH, guide)
                .delayed("2026-11-19T11:00", "2026-11-30T11:00")
                .resolution("2026-11-19T12:00")
                .intervals();
        assertThat(intervals.get(1).until()).isEqualTo(at("2026-11-19T12:00"));
        assertThat(intervals).hasSize(2);
    }

    private static SlaInterval interval(String from, String until, Kind kind) {
        return new SlaInterval(at(from), at(until), kind, Set.of(), null, null);
    }

    private static SlaInterval interval(String from, String until, Kind kind, String event, long version) {
        return new SlaInterval(at(from), at(until), kind, Set.of(), null, new SlaSwitch(event, version));
    }

    private static SlaInterval paused(String from, String until, Set<PauseReason> reasons, String event, long version) {
        return new SlaInterval(at(from), at(until), Kind.PAUSED, reasons, null, new SlaSwitch(event, version));
    }
}
