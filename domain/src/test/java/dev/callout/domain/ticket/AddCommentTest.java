package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.REOPEN_WINDOW_PASSED;
import static dev.callout.api.RefusalCode.TICKET_CANCELLED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.AuthorKind.SYSTEM;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.Landed;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.WorkResumed;
import java.time.Duration;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AddCommentTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void by_staff_is_the_first_answer() {
        ticket.given(in(CREATED)).when(comment(STAFF, null)).expectEvents(added(STAFF, true));
    }

    @Test
    void by_staff_is_the_first_answer_only_once() {
        ticket.given(and(in(CREATED), added(STAFF, true)))
                .when(comment(STAFF, null))
                .expectEvents(added(STAFF, false));
    }

    @Test
    void by_the_customer_or_by_the_product_itself_is_no_answer() {
        ticket.given(in(CREATED)).when(comment(CUSTOMER, null)).expectEvents(added(CUSTOMER, false));
        Tickets.fixture().given(in(CREATED)).when(comment(SYSTEM, null)).expectEvents(added(SYSTEM, false));
    }

    @Test
    void is_still_the_first_answer_after_the_customer_and_the_product_wrote() {
        ticket.given(and(in(CREATED), added(CUSTOMER, false), added(SYSTEM, false)))
                .when(comment(STAFF, null))
                .expectEvents(added(STAFF, true));
    }

    @Test
    void by_the_customer_ends_the_waiting_for_the_customer() {
        ticket.given(in(PENDING_CUSTOMER))
                .when(comment(CUSTOMER, null))
                .expectEvents(added(CUSTOMER, false), new WorkResumed("TCK-1", ResumeCause.CUSTOMER_REPLIED, NOW));
    }

    @Test
    void by_anybody_else_does_not_end_the_waiting_for_the_customer() {
        ticket.given(in(PENDING_CUSTOMER)).when(comment(STAFF, null)).expectEvents(added(STAFF, true));
        Tickets.fixture()
                .given(in(PENDING_CUSTOMER))
                .when(comment(SYSTEM, null))
                .expectEvents(added(SYSTEM, false));
    }

    @Test
    void by_the_customer_does_not_end_the_waiting_for_parts() {
        ticket.given(in(PENDING_PARTS)).when(comment(CUSTOMER, null)).expectEvents(added(CUSTOMER, false));
    }

    @Test
    void by_the_customer_reopens_a_closed_ticket() {
        ticket.given(in(CLOSED)).when(comment(CUSTOMER, null)).expectEvents(added(CUSTOMER, false), reopened());
    }

    @Test
    void by_the_customer_only_adds_to_a_closed_ticket_when_that_is_meant() {
        ticket.given(in(CLOSED)).when(comment(CUSTOMER, false)).expectEvents(added(CUSTOMER, false));
    }

    @Test
    void by_the_customer_reopens_a_resolved_ticket_only_when_that_is_meant() {
        ticket.given(in(RESOLVED)).when(comment(CUSTOMER, null)).expectEvents(added(CUSTOMER, false));
        Tickets.fixture()
                .given(in(RESOLVED))
                .when(comment(CUSTOMER, true))
                .expectEvents(added(CUSTOMER, false), reopened());
    }

    @Test
    void by_the_product_itself_never_reopens() {
        ticket.given(in(CLOSED)).when(comment(SYSTEM, true)).expectEvents(added(SYSTEM, false));
    }

    @Test
    void by_the_customer_too_late_is_heard_and_reopens_nothing_and_is_refused_when_it_was_to_reopen() {
        var late = at(70).plus(Duration.ofDays(14)).plusMillis(1);
        Tickets.fixture(late)
                .givenCurrentTime(at(70))
                .andGiven(in(CLOSED))
                .when(comment(CUSTOMER, null))
                .expectResultMessagePayload(new Landed("TCK-1", in(CLOSED).size(), true));
        Tickets.fixture(late)
                .givenCurrentTime(at(70))
                .andGiven(in(CLOSED))
                .when(comment(CUSTOMER, true))
                .expectExceptionDetails(refusal(REOPEN_WINDOW_PASSED))
                .expectNoEvents();
    }

    @Test
    void by_the_customer_is_refused_on_a_cancelled_ticket() {
        ticket.given(in(CANCELLED))
                .when(comment(CUSTOMER, null))
                .expectExceptionDetails(new Refusal(
                        TICKET_CANCELLED,
                        "Ticket TKT100001 is CANCELLED and can't be answered; report a new problem."));
    }

    private static AddComment comment(AuthorKind author, Boolean reopen) {
        return new AddComment("TCK-1", "CMT-1", "ACC-cara", author, "It is back", reopen, null, null);
    }

    private static CommentAdded added(AuthorKind author, boolean firstResponse) {
        return new CommentAdded("TCK-1", "CMT-1", "ACC-cara", author, "CON-1", "It is back", firstResponse, null, NOW);
    }

    private static TicketReopened reopened() {
        return new TicketReopened("TCK-1", 2, "ACC-cara", "CON-1", "The customer wrote again.", "TEC-1", NOW);
    }
}
