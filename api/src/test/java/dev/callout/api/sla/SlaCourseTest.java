package dev.callout.api.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.CustomerDelayAgreed;
import dev.callout.api.ticket.CustomerDelayEnded;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TechnicianArrived;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketType;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What of a ticket's story its clocks need to know. */
class SlaCourseTest {

    private static final Instant TEN = Instant.parse("2026-11-19T10:00:00.123456789Z");

    private WorkState work;
    private SlaCourse course;
    private long version;

    SlaCourseTest() {
        tell(new TicketRaised(
                "T",
                "N",
                "CUS",
                "C",
                null,
                "A",
                "t",
                "d",
                TicketType.ISSUE,
                "HARDWARE",
                null,
                Priority.HIGH,
                Priority.HIGH,
                Channel.PHONE,
                null,
                null,
                "en",
                null,
                null,
                TEN));
        tell(new TicketAssigned("T", "C", "TEC", null, null, after(1)), new WorkStarted("T", "TEC", after(2)));
    }

    @Test
    void knows_who_was_waited_for_and_what_ended_it() {
        tell(paused(10), new WorkResumed("T", ResumeCause.TECHNICIAN, after(20)));

        assertThat(course.pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.reason()).isEqualTo(PauseReason.PENDING_CUSTOMER);
            assertThat(pause.from()).isEqualTo(after(10));
            assertThat(pause.until()).isEqualTo(after(20));
            assertThat(pause.startedBy()).isEqualTo(new SlaSwitch("WorkPaused", 3));
            assertThat(pause.endedBy()).isEqualTo(new SlaSwitch("WorkResumed", 4));
        });
    }

    @Test
    void lets_a_pause_end_with_a_new_assignment() {
        tell(paused(10), new TicketAssigned("T", "C", "TEC-2", null, null, after(15)));

        assertThat(course.pauses()).extracting(SlaPause::until).containsExactly(after(15));
    }

    @Test
    void never_lets_anything_end_before_it_began() {
        tell(paused(10), new WorkResumed("T", ResumeCause.TECHNICIAN, after(5)));

        assertThat(course.pauses()).extracting(SlaPause::until).containsExactly(after(10));
    }

    @Test
    void ends_a_delay_when_another_takes_its_place_or_it_is_taken_back() {
        tell(delay(10, 100), delay(20, 200), new CustomerDelayEnded("T", "A", after(50)));

        assertThat(course.pauses()).extracting(SlaPause::until).containsExactly(after(20), after(50));
    }

    @Test
    void has_a_cycle_for_each_time_the_work_begins() {
        tell(resolved(30), new TicketReopened("T", 2, "A", "C", "x", "TEC", after(60)));

        assertThat(course.cycles())
                .extracting(SlaCycle::number, SlaCycle::from, SlaCycle::until, SlaCycle::end)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, TEN, after(30), CycleEnd.RESOLVED),
                        org.assertj.core.groups.Tuple.tuple(2, after(60), null, null));
    }

    @Test
    void takes_whoever_solves_the_problem_for_one_who_answers() {
        tell(new TicketResolved("T", "TEC", "C", "x", false, after(30)));

        assertThat(course.respondedAt()).isEqualTo(after(30));
        assertThat(course.respondedBy()).isEqualTo(new SlaSwitch("TicketResolved", 3));
    }

    @Test
    void gives_up_what_is_cancelled_and_goes_on_when_that_was_a_mistake() {
        var before = work;
        tell(new TicketCancelled("T", "C", CancelReason.INVALID, "x", after(30)));
        assertThat(course.cycle().end()).isEqualTo(CycleEnd.GIVEN_UP);

        tell(new TicketUnmerged("T", "C", "F", "x", before, after(40)));

        assertThat(course.cycle().until()).isNull();
    }

    @Test
    void counts_the_first_arrival_and_takes_it_for_a_promised_visit() {
        tell(new TechnicianArrived("T", "TEC", after(30)), new TechnicianArrived("T", "TEC", after(60)));

        assertThat(course.arrivedAt()).isEqualTo(after(30));
        assertThat(course.visitPromisedAt()).isEqualTo(after(30));
    }

    /** A view that goes on after it was stored has lost what is smaller than a microsecond. */
    @Test
    void is_the_same_whether_or_not_the_work_was_stored_in_between() {
        tell(comment(5));
        var answered = course;
        work = stored(work);
        tell(assigned(6));

        assertThat(course).isEqualTo(answered);
    }

    private void tell(TicketEvent... events) {
        for (var event : events) {
            var before = work;
            work = WorkState.after(before, event);
            course = SlaCourse.after(course, event, before, work, SlaSwitch.by(event, version++, null));
        }
    }

    private static WorkState stored(WorkState work) {
        var draft = work.draft();
        draft.respondedAt = work.respondedAt().truncatedTo(ChronoUnit.MICROS);
        draft.technicianId = "TEC-9"; // so that it counts as changed
        return draft.sealed();
    }

    private static TicketEvent assigned(int minute) {
        return new TicketAssigned("T", "C", "TEC-3", null, null, after(minute));
    }

    private static CommentAdded comment(int minute) {
        return new CommentAdded("T", "M", "TEC", AuthorKind.STAFF, "C", "x", true, null, after(minute));
    }

    private static WorkPaused paused(int minute) {
        return new WorkPaused("T", WaitingFor.CUSTOMER, "C", "?", null, after(minute));
    }

    private static TicketResolved resolved(int minute) {
        return new TicketResolved("T", "TEC", "C", "x", true, after(minute));
    }

    private static CustomerDelayAgreed delay(int minute, int until) {
        return new CustomerDelayAgreed("T", "C", "x", after(until), "A", after(minute));
    }

    private static Instant after(int minutes) {
        return TEN.plusSeconds(60L * minutes);
    }
}
