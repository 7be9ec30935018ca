package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.NOT_ASSIGNED_TO_YOU;
import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;
import static dev.callout.api.RefusalCode.TICKET_CLOSED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.ChangeStatusInBulk;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** BU-02 and K-15: one status for many tickets, reached by the very step that leads there for a single one. */
class ChangeStatusInBulkTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void closes_a_pending_ticket_administratively() {
        ticket.given(in(PENDING_CUSTOMER))
                .when(to(CLOSED, "ACC-max", STAFF))
                .expectEvents(
                        new TicketClosedAdministratively("TCK-1", "CON-1", "The campaign is over", true, NOW),
                        changed(PENDING_CUSTOMER));
    }

    @Test
    void closes_as_confirmed_when_the_customer_asks() {
        ticket.given(in(RESOLVED))
                .when(to(CLOSED, "ACC-cara", CUSTOMER))
                .expectEvents(
                        new ResolutionConfirmed("TCK-1", "ACC-cara", "CON-1", "The campaign is over", NOW),
                        changed(RESOLVED));
    }

    @Test
    void cancels_and_archives() {
        ticket.given(in(CREATED))
                .when(to(CANCELLED, "ACC-max", STAFF))
                .expectEvents(
                        new TicketCancelled("TCK-1", "CON-1", CancelReason.INVALID, "The campaign is over", NOW),
                        new TicketArchived("TCK-1", NOW),
                        changed(CREATED));
    }

    @Test
    void pauses_resumes_and_resolves_the_technicians_own_work() {
        ticket.given(in(IN_PROGRESS))
                .when(to(PENDING_PARTS, "TEC-1", STAFF))
                .expectEvents(
                        new WorkPaused("TCK-1", WaitingFor.PARTS, "CON-1", "The campaign is over", null, NOW),
                        changed(IN_PROGRESS));
        Tickets.fixture()
                .given(in(IN_PROGRESS))
                .when(to(PENDING_CUSTOMER, "TEC-1", STAFF))
                .expectEvents(
                        new WorkPaused("TCK-1", WaitingFor.CUSTOMER, "CON-1", "The campaign is over", null, NOW),
                        changed(IN_PROGRESS));
        Tickets.fixture()
                .given(in(PENDING_PARTS))
                .when(to(IN_PROGRESS, "TEC-1", STAFF))
                .expectEvents(new WorkResumed("TCK-1", ResumeCause.TECHNICIAN, NOW), changed(PENDING_PARTS));
        Tickets.fixture()
                .given(in(IN_PROGRESS))
                .when(to(RESOLVED, "TEC-1", STAFF))
                .expectEvents(
                        new TicketResolved("TCK-1", "TEC-1", "CON-1", "The campaign is over", true, NOW),
                        changed(IN_PROGRESS));
    }

    @Test
    void reopens() {
        ticket.given(in(RESOLVED))
                .when(to(REOPENED, "ACC-max", STAFF))
                .expectEvents(
                        new TicketReopened("TCK-1", 2, "ACC-max", "CON-1", "The campaign is over", "TEC-1", NOW),
                        changed(RESOLVED));
    }

    @Test
    void refuses_the_work_of_somebody_else() {
        ticket.given(in(IN_PROGRESS))
                .when(to(RESOLVED, "TEC-2", STAFF))
                .expectExceptionDetails(refusal(NOT_ASSIGNED_TO_YOU));
    }

    @Test
    void lets_an_administrator_act_for_whoever_has_the_ticket() {
        ticket.given(in(IN_PROGRESS))
                .when(to(RESOLVED, "ACC-max", STAFF))
                .expectEvents(
                        new TicketResolved("TCK-1", "TEC-1", "CON-1", "The campaign is over", true, NOW),
                        changed(IN_PROGRESS));
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "ASSIGNED"})
    void refuses_a_status_that_no_step_leads_to(TicketStatus status) {
        ticket.given(in(IN_PROGRESS))
                .when(to(status, "ACC-max", STAFF))
                .expectExceptionDetails(
                        new Refusal(STEP_NOT_POSSIBLE, "No step leads many tickets to " + status + "."));
    }

    @Test
    void refuses_a_ticket_that_is_closed_already() {
        ticket.given(in(CLOSED)).when(to(CLOSED, "ACC-max", STAFF)).expectExceptionDetails(refusal(TICKET_CLOSED));
    }

    private static ChangeStatusInBulk to(TicketStatus status, String changedBy, AuthorKind side) {
        var technicianId = changedBy.startsWith("TEC-") ? changedBy : null;
        return new ChangeStatusInBulk("TCK-1", "BLK-1", status, changedBy, technicianId, side, "The campaign is over");
    }

    private static ChangedInBulk changed(TicketStatus before) {
        return new ChangedInBulk("TCK-1", "BLK-1", Tickets.work(in(before)));
    }
}
