package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.REOPEN_WINDOW_PASSED;
import static dev.callout.api.RefusalCode.TICKET_CANCELLED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.ResumeCause.CUSTOMER_REPLIED;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WorkResumed;
import java.time.Duration;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file alone is an answer, as much as a comment. */
class AttachFileTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void keeps_what_the_file_is_and_not_its_bytes() {
        ticket.given(in(IN_PROGRESS)).when(attach(CUSTOMER, null)).expectEvents(attached(CUSTOMER));
    }

    @Test
    void resumes_work_that_waits_for_the_customer() {
        ticket.given(in(PENDING_CUSTOMER))
                .when(attach(CUSTOMER, null))
                .expectEvents(attached(CUSTOMER), new WorkResumed("TCK-1", CUSTOMER_REPLIED, NOW));
    }

    @Test
    void reopens_a_closed_ticket_unless_the_customer_says_no() {
        ticket.given(in(CLOSED)).when(attach(CUSTOMER, null)).expectEvents(attached(CUSTOMER), reopened("TEC-1"));
        ticket.given(in(CLOSED)).when(attach(CUSTOMER, false)).expectEvents(attached(CUSTOMER));
    }

    @Test
    void reopens_a_resolved_ticket_when_the_customer_says_so() {
        ticket.given(in(RESOLVED)).when(attach(CUSTOMER, null)).expectEvents(attached(CUSTOMER));
        ticket.given(in(RESOLVED)).when(attach(CUSTOMER, true)).expectEvents(attached(CUSTOMER), reopened("TEC-1"));
    }

    @Test
    void changes_nothing_when_it_comes_too_late_and_says_so_only_to_whom_asks_for_it() {
        var late = Tickets.fixture(NOW.plus(Duration.ofDays(15)));
        late.givenCurrentTime(NOW)
                .andGiven(in(CLOSED))
                .when(attach(CUSTOMER, null))
                .expectSuccessfulHandlerExecution();
        late.givenCurrentTime(NOW)
                .andGiven(in(CLOSED))
                .when(attach(CUSTOMER, true))
                .expectExceptionDetails(refusal(REOPEN_WINDOW_PASSED));
    }

    @ParameterizedTest
    @EnumSource(
            value = TicketStatus.class,
            names = {"PENDING_CUSTOMER", "PENDING_PARTS", "RESOLVED", "CLOSED"})
    void by_staff_changes_nothing_about_the_work(TicketStatus status) {
        ticket.given(in(status)).when(attach(STAFF, null)).expectEvents(attached(STAFF));
    }

    @Test
    void ends_no_wait_for_parts() {
        ticket.given(in(PENDING_PARTS)).when(attach(CUSTOMER, null)).expectEvents(attached(CUSTOMER));
    }

    @Test
    void refuses_a_cancelled_ticket() {
        ticket.given(in(CANCELLED))
                .when(attach(CUSTOMER, null))
                .expectExceptionDetails(
                        new Refusal(TICKET_CANCELLED, "Ticket TKT100001 is CANCELLED and can't be added to."));
    }

    private static TicketReopened reopened(String resolvedBy) {
        return new TicketReopened("TCK-1", 2, "ACC-cara", "CON-1", "The customer sent a file.", resolvedBy, NOW);
    }

    private static AttachFile attach(AuthorKind author, Boolean reopen) {
        return new AttachFile(
                "TCK-1",
                "ATT-1",
                "ACC-cara",
                author,
                "smoke.jpg",
                "image/jpeg",
                4711,
                "cafe",
                false,
                reopen,
                null,
                null);
    }

    private static FileAttached attached(AuthorKind author) {
        return new FileAttached(
                "TCK-1",
                "ATT-1",
                "ACC-cara",
                author,
                "CON-1",
                "smoke.jpg",
                "image/jpeg",
                4711,
                "cafe",
                false,
                null,
                NOW);
    }
}
