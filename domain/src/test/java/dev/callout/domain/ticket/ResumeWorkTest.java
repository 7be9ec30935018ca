package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.NOT_ASSIGNED_TO_YOU;
import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.ResumeDueWork;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkState;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ResumeWorkTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void goes_on_when_the_technician_says_so_even_before_the_date() {
        ticket.given(Tickets.paused(WaitingFor.PARTS, at(600)))
                .when(new ResumeWork("TCK-1", "TEC-1", null))
                .expectEvents(new WorkResumed("TCK-1", ResumeCause.TECHNICIAN, NOW));
    }

    @Test
    void goes_on_for_whoever_has_it_when_nobody_is_named() {
        ticket.given(in(PENDING_PARTS))
                .when(new ResumeWork("TCK-1", null, null))
                .expectEvents(new WorkResumed("TCK-1", ResumeCause.TECHNICIAN, NOW));
    }

    @Test
    void goes_on_by_itself_when_the_date_is_reached() {
        ticket.given(Tickets.paused(WaitingFor.PARTS, NOW))
                .when(new ResumeDueWork("TCK-1"))
                .expectEvents(new WorkResumed("TCK-1", ResumeCause.DATE_REACHED, NOW));
    }

    /** The job was away for an hour and a half: the work went on at its date all the same. */
    @Test
    void goes_on_as_of_the_date_whenever_the_job_gets_to_it() {
        ticket.given(Tickets.paused(WaitingFor.PARTS, at(90)))
                .when(new ResumeDueWork("TCK-1"))
                .expectEvents(new WorkResumed("TCK-1", ResumeCause.DATE_REACHED, at(90)));
    }

    @Test
    void has_gone_on_at_its_date_for_whoever_comes_before_the_job() {
        ticket.given(Tickets.paused(WaitingFor.PARTS, at(90)))
                .when(new ResolveTicket("TCK-1", "TEC-1", "New fuser", null))
                .expectEvents(
                        new WorkResumed("TCK-1", ResumeCause.DATE_REACHED, at(90)),
                        new TicketResolved("TCK-1", "TEC-1", "CON-1", "New fuser", true, NOW));
    }

    /** Two steps of somebody who was offline: the second was taken before the date. */
    @Test
    void goes_on_when_the_technician_said_so_before_the_date_though_that_is_reported_after_it() {
        ticket.given(Tickets.paused(WaitingFor.PARTS, at(90)))
                .when(new ResumeWork("TCK-1", "TEC-1", at(60)))
                .expectEvents(new WorkResumed("TCK-1", ResumeCause.TECHNICIAN, at(60)));
    }

    @Test
    void does_not_go_on_by_itself_before_the_date() {
        ticket.given(Tickets.paused(WaitingFor.PARTS, NOW.plusMillis(1)))
                .when(new ResumeDueWork("TCK-1"))
                .expectExceptionDetails(
                        new Refusal(STEP_NOT_POSSIBLE, "The date on which ticket TKT100001 goes on is not reached."));
    }

    @Test
    void does_not_go_on_by_itself_without_a_date() {
        ticket.given(in(PENDING_CUSTOMER))
                .when(new ResumeDueWork("TCK-1"))
                .expectExceptionDetails(refusal(STEP_NOT_POSSIBLE));
    }

    @Test
    void does_not_go_on_by_itself_when_it_does_already() {
        ticket.given(in(IN_PROGRESS))
                .when(new ResumeDueWork("TCK-1"))
                .expectExceptionDetails(
                        new Refusal(STEP_NOT_POSSIBLE, "Ticket TKT100001 is IN_PROGRESS and can't be resumed."));
    }

    @Test
    void refuses_somebody_else() {
        ticket.given(in(PENDING_PARTS))
                .when(new ResumeWork("TCK-1", "TEC-2", null))
                .expectExceptionDetails(refusal(NOT_ASSIGNED_TO_YOU));
    }

    @Test
    void leaves_no_date_behind() {
        var resumed =
                and(Tickets.paused(WaitingFor.PARTS, NOW), new WorkResumed("TCK-1", ResumeCause.DATE_REACHED, NOW));
        assertThat(Tickets.work(resumed))
                .returns(IN_PROGRESS, WorkState::status)
                .returns(null, WorkState::resumeAt)
                .returns("TEC-1", WorkState::technicianId);
    }
}
