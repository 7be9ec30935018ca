package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.NOT_ASSIGNED_TO_YOU;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WorkState;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ResolveTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void tells_who_did_what_and_counts_as_the_first_answer_if_there_was_none() {
        ticket.given(in(IN_PROGRESS))
                .when(new ResolveTicket("TCK-1", "TEC-1", "Fuser replaced", null))
                .expectEvents(new TicketResolved("TCK-1", "TEC-1", "CON-1", "Fuser replaced", true, NOW));
    }

    @Test
    void is_not_the_first_answer_after_somebody_wrote() {
        ticket.given(and(
                        in(IN_PROGRESS),
                        new CommentAdded("TCK-1", "CMT-1", "TEC-1", STAFF, "CON-1", "On my way", true, null, at(25))))
                .when(new ResolveTicket("TCK-1", "TEC-1", "Fuser replaced", null))
                .expectEvents(new TicketResolved("TCK-1", "TEC-1", "CON-1", "Fuser replaced", false, NOW));
    }

    @Test
    void refuses_somebody_else() {
        ticket.given(in(IN_PROGRESS))
                .when(new ResolveTicket("TCK-1", "TEC-2", "Fuser replaced", null))
                .expectExceptionDetails(refusal(NOT_ASSIGNED_TO_YOU));
    }

    @Test
    void keeps_when_it_was_resolved_and_by_whom() {
        assertThat(Tickets.work(in(RESOLVED)))
                .returns("TEC-1", WorkState::resolvedBy)
                .returns(at(60), WorkState::resolvedAt)
                .returns(at(60), WorkState::respondedAt);
    }
}
