package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.REOPEN_WINDOW_PASSED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.assigned;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Rule 4: the first cycle stays as it was, a new one begins, and it counts against who resolved. */
class ReopenTicketTest {

    private static final Instant LAST_MOMENT = at(70).plus(Duration.ofDays(14));

    private final ReopenTicket reopen = new ReopenTicket("TCK-1", "ACC-cara", "Dead again", null);

    @Test
    void begins_the_next_cycle_and_names_who_resolved_the_last_one() {
        Tickets.fixture()
                .given(in(CLOSED))
                .when(reopen)
                .expectEvents(new TicketReopened("TCK-1", 2, "ACC-cara", "CON-1", "Dead again", "TEC-1", NOW));
    }

    @Test
    void counts_a_third_cycle() {
        var resolvedAgain = and(
                in(REOPENED),
                assigned("TEC-2", null),
                new TicketAccepted("TCK-1", "TEC-2", at(90)),
                new WorkStarted("TCK-1", "TEC-2", at(91)),
                new TicketResolved("TCK-1", "TEC-2", "CON-1", "Board replaced", false, at(100)));
        Tickets.fixture()
                .given(resolvedAgain)
                .when(reopen)
                .expectEvents(new TicketReopened("TCK-1", 3, "ACC-cara", "CON-1", "Dead again", "TEC-2", NOW));
    }

    @Test
    void counts_against_the_resolver_and_not_against_who_has_it_since() {
        var reassigned = and(in(REOPENED), assigned("TEC-2", "TEA-1"));
        assertThat(Tickets.work(reassigned).resolvedBy()).isEqualTo("TEC-1");
        var reopened = reassigned.stream()
                .filter(TicketReopened.class::isInstance)
                .map(TicketReopened.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(reopened.resolvedBy()).isEqualTo("TEC-1");
    }

    @Test
    void counts_against_nobody_where_the_cycle_ended_without_resolution() {
        var gaveUp = and(in(REOPENED), new TicketClosedAdministratively("TCK-1", "CON-1", "No budget", true, at(95)));
        Tickets.fixture()
                .given(gaveUp)
                .when(reopen)
                .expectEvents(new TicketReopened("TCK-1", 3, "ACC-cara", "CON-1", "Dead again", null, NOW));
    }

    @Test
    void keeps_the_first_cycle_and_the_first_answer() {
        assertThat(in(REOPENED)).startsWith(in(CLOSED).toArray(TicketEvent[]::new));
        assertThat(Tickets.work(in(REOPENED)))
                .returns(REOPENED, WorkState::status)
                .returns(2, WorkState::cycle)
                .returns(at(60), WorkState::respondedAt)
                .returns(null, WorkState::resolvedAt)
                .returns(null, WorkState::closure)
                .returns(null, WorkState::closedAt)
                .returns(false, WorkState::accepted);
    }

    @Test
    void brings_an_archived_ticket_back() {
        var archived = and(in(CLOSED), new TicketArchived("TCK-1", at(75)));
        assertThat(Tickets.work(archived).archived()).isTrue();
        var back = and(archived, new TicketReopened("TCK-1", 2, "ACC-cara", "CON-1", "Dead again", "TEC-1", NOW));
        assertThat(Tickets.work(back).archived()).isFalse();
    }

    @Test
    void is_possible_until_the_last_moment_of_the_window_after_closing() {
        Tickets.fixture(LAST_MOMENT)
                .givenCurrentTime(at(70))
                .andGiven(in(CLOSED))
                .when(reopen)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void is_too_late_a_moment_after_the_window() {
        Tickets.fixture(LAST_MOMENT.plusMillis(1))
                .givenCurrentTime(at(70))
                .andGiven(in(CLOSED))
                .when(reopen)
                .expectExceptionDetails(new Refusal(
                        REOPEN_WINDOW_PASSED,
                        "Ticket TKT100001 was closed too long ago to be reopened; raise a follow-up."))
                .expectNoEvents();
    }

    @Test
    void measures_the_window_of_an_unconfirmed_ticket_from_its_resolution() {
        var window = Duration.ofDays(14);
        Tickets.fixture(at(60).plus(window))
                .givenCurrentTime(at(60))
                .andGiven(in(RESOLVED))
                .when(reopen)
                .expectSuccessfulHandlerExecution();
        Tickets.fixture(at(60).plus(window).plusMillis(1))
                .givenCurrentTime(at(60))
                .andGiven(in(RESOLVED))
                .when(reopen)
                .expectExceptionDetails(refusal(REOPEN_WINDOW_PASSED));
    }

    /** Closed three weeks ago, and recorded only today: nobody could object before. */
    @Test
    void measures_the_window_from_when_the_closing_was_recorded() {
        var threeWeeksLater = at(70).plus(Duration.ofDays(21));
        Tickets.fixture(threeWeeksLater.plus(Duration.ofDays(14)))
                .givenCurrentTime(threeWeeksLater)
                .andGiven(in(CLOSED))
                .when(reopen)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void goes_by_when_it_was_said_and_not_by_when_we_heard_of_it() {
        Tickets.fixture(LAST_MOMENT.plusSeconds(3600))
                .givenCurrentTime(at(70))
                .andGiven(in(CLOSED))
                .when(new ReopenTicket("TCK-1", "ACC-cara", "Dead again", LAST_MOMENT))
                .expectEvents(new TicketReopened("TCK-1", 2, "ACC-cara", "CON-1", "Dead again", "TEC-1", LAST_MOMENT));
    }
}
