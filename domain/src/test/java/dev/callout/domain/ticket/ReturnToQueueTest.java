package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.REFERENCE_NOT_FOUND;
import static dev.callout.api.RefusalCode.TEAM_EMPTY;
import static dev.callout.api.ticket.ReturnCause.DEACTIVATED;
import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.assigned;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AssignInBulk;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ReturnCause;
import dev.callout.api.ticket.ReturnToQueue;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketReturnedToQueue;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.UndoBulkChange;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkState;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who can't work any more has no open work, and gets none. */
class ReturnToQueueTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();
    private final FixtureConfiguration<Ticket> withoutTec1 =
            Tickets.fixture(NOW, Sla.NOTHING_PROMISED.without("TEC-1", "TEA-1"));

    @ParameterizedTest
    @EnumSource(names = {"ASSIGNED", "IN_PROGRESS", "PENDING_CUSTOMER", "PENDING_PARTS", "REOPENED"})
    void returns_what_is_open(TicketStatus status) {
        ticket.given(in(status))
                .when(new ReturnToQueue("TCK-1", "TEC-1", null, DEACTIVATED))
                .expectEvents(new TicketReturnedToQueue("TCK-1", "TEC-1", null, DEACTIVATED, NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "RESOLVED", "CLOSED", "CANCELLED"})
    void leaves_what_is_not_open_or_nobody_has(TicketStatus status) {
        ticket.given(in(status))
                .when(new ReturnToQueue("TCK-1", "TEC-1", null, DEACTIVATED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void leaves_what_somebody_else_has_by_now() {
        ticket.given(and(in(IN_PROGRESS), assigned("TEC-2", null)))
                .when(new ReturnToQueue("TCK-1", "TEC-1", null, DEACTIVATED))
                .expectNoEvents();
    }

    @Test
    void the_team_keeps_it_as_long_as_it_has_a_technician() {
        var ofTheTeam = and(in(CREATED), assigned("TEC-1", "TEA-1"));
        ticket.given(ofTheTeam)
                .when(new ReturnToQueue("TCK-1", "TEC-1", null, DEACTIVATED))
                .expectEvents(new TicketReturnedToQueue("TCK-1", "TEC-1", "TEA-1", DEACTIVATED, NOW));
        withoutTec1
                .given(ofTheTeam)
                .when(new ReturnToQueue("TCK-1", "TEC-1", null, DEACTIVATED))
                .expectEvents(new TicketReturnedToQueue("TCK-1", "TEC-1", null, DEACTIVATED, NOW));
    }

    @Test
    void returns_what_an_empty_team_has() {
        withoutTec1
                .given(Tickets.assignedToTeam())
                .when(new ReturnToQueue("TCK-1", null, "TEA-1", ReturnCause.TEAM_EMPTY))
                .expectEvents(new TicketReturnedToQueue("TCK-1", null, null, ReturnCause.TEAM_EMPTY, NOW));
    }

    @Test
    void leaves_the_teams_work_with_the_technician_who_took_it_on() {
        ticket.given(and(in(CREATED), assigned("TEC-1", "TEA-1")))
                .when(new ReturnToQueue("TCK-1", null, "TEA-1", ReturnCause.TEAM_EMPTY))
                .expectNoEvents();
    }

    @Test
    void then_waits_to_be_assigned_and_no_pause_goes_on() {
        assertThat(after(in(IN_PROGRESS), null)).isEqualTo(state(CREATED, null));
        assertThat(after(Tickets.paused(WaitingFor.PARTS, NOW), null)).isEqualTo(state(CREATED, null));
        assertThat(after(Tickets.accepted(), "TEA-1")).isEqualTo(state(ASSIGNED, "TEA-1"));
        assertThat(after(in(REOPENED), null).status()).isEqualTo(REOPENED);
    }

    private static WorkState after(List<TicketEvent> before, String team) {
        return Tickets.work(and(before, new TicketReturnedToQueue("TCK-1", "TEC-1", team, DEACTIVATED, NOW)));
    }

    private static WorkState state(TicketStatus status, String team) {
        var draft = Tickets.work(in(CREATED)).draft();
        draft.status = status;
        draft.teamId = team;
        return draft.sealed();
    }

    @Test
    void what_is_reopened_goes_to_the_queue_when_its_resolver_is_gone() {
        withoutTec1
                .given(in(RESOLVED))
                .when(new ReopenTicket("TCK-1", "ACC-cara", "Dead again", null))
                .expectEvents(
                        new TicketReopened("TCK-1", 2, "ACC-cara", "CON-1", "Dead again", "TEC-1", NOW),
                        new TicketReturnedToQueue("TCK-1", "TEC-1", null, DEACTIVATED, NOW));
    }

    @Test
    void so_does_what_a_customers_comment_reopens() {
        withoutTec1
                .given(in(CLOSED))
                .when(new AddComment("TCK-1", "CMT-1", "ACC-cara", AuthorKind.CUSTOMER, "Again", null, null, null))
                .expectEvents(
                        new CommentAdded(
                                "TCK-1", "CMT-1", "ACC-cara", AuthorKind.CUSTOMER, "CON-1", "Again", false, null, NOW),
                        new TicketReopened("TCK-1", 2, "ACC-cara", "CON-1", "The customer wrote again.", "TEC-1", NOW),
                        new TicketReturnedToQueue("TCK-1", "TEC-1", null, DEACTIVATED, NOW));
    }

    @Test
    void so_does_what_the_undo_of_a_bulk_change_gives_back_to_who_is_gone() {
        var before = Tickets.work(in(IN_PROGRESS));
        withoutTec1
                .given(and(in(IN_PROGRESS), assigned("TEC-2", null), new ChangedInBulk("TCK-1", "BLK-1", before)))
                .when(new UndoBulkChange("TCK-1", "BLK-1", "BLK-2"))
                .expectEvents(
                        new BulkChangeUndone("TCK-1", "BLK-1", "BLK-2", before, NOW),
                        new TicketReturnedToQueue("TCK-1", "TEC-1", null, DEACTIVATED, NOW));
    }

    @Test
    void nobody_who_cannot_work_is_assigned_one_by_one_or_in_bulk() {
        withoutTec1
                .given(in(CREATED))
                .when(new AssignTicket("TCK-1", "TEC-1", null, null, null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(REFERENCE_NOT_FOUND));
        withoutTec1
                .given(in(CREATED))
                .when(new AssignInBulk("TCK-1", "BLK-1", "TEC-1", null, null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(REFERENCE_NOT_FOUND));
        withoutTec1
                .given(in(REOPENED))
                .when(new AssignTicket("TCK-1", "TEC-1", null, null, null))
                .expectExceptionDetails(refusal(REFERENCE_NOT_FOUND));
    }

    @Test
    void an_empty_team_gets_nothing_unless_a_technician_is_named() {
        withoutTec1
                .given(in(CREATED))
                .when(new AssignTicket("TCK-1", null, "TEA-1", null, null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(TEAM_EMPTY));
        withoutTec1
                .given(in(CREATED))
                .when(new AssignInBulk("TCK-1", "BLK-1", null, "TEA-1", null))
                .expectExceptionDetails(refusal(TEAM_EMPTY));
        withoutTec1
                .given(in(CREATED))
                .when(new AssignTicket("TCK-1", "TEC-2", "TEA-1", null, null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobody_who_cannot_help_is_asked_for_help() {
        withoutTec1
                .given(in(IN_PROGRESS))
                .when(new EscalateTicket("TCK-1", "ACC-dan", "TEC-1", null, "Help", null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(REFERENCE_NOT_FOUND));
        withoutTec1
                .given(in(IN_PROGRESS))
                .when(new EscalateTicket("TCK-1", "ACC-dan", null, "TEA-1", "Help", null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(TEAM_EMPTY));
    }
}
