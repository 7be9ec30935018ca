package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.TICKET_MERGED;
import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.ConfirmationLapsed;
import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PriorityChanged;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** History from another help desk: ordinary steps where they fit, else an open take-over; never the same line twice. */
class ImportTicketStateTest {

    private static final String TEC = "TEC-1";

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();
    private final HistoryLineImported done = new HistoryLineImported("TCK-1", "servicenow", "INC0001", 7, at(90));

    @Test
    void assigns_by_an_ordinary_step_and_marks_the_line() {
        ticket.given(in(CREATED))
                .when(line(ASSIGNED).by(TEC).exact())
                .expectEvents(new TicketAssigned("TCK-1", "CON-1", TEC, null, "Assigned in servicenow", at(90)), done);
    }

    @Test
    void walks_from_new_to_in_progress() {
        ticket.given(in(CREATED))
                .when(line(IN_PROGRESS).by(TEC).exact())
                .expectEvents(
                        new TicketAssigned("TCK-1", "CON-1", TEC, null, "Assigned in servicenow", at(90)),
                        new TicketAccepted("TCK-1", TEC, at(90)),
                        new WorkStarted("TCK-1", TEC, at(90)),
                        done);
    }

    @Test
    void a_line_that_is_dated_before_those_above_it_counts_from_theirs_and_keeps_its_own_time() {
        var late = line(PENDING_PARTS).by(TEC).exact();
        ticket.given(in(IN_PROGRESS))
                .when(new ImportTicketState(
                        late.ticketId(),
                        late.source(),
                        late.sourceReference(),
                        late.sourceLine(),
                        late.sourceState(),
                        late.status(),
                        late.technicianId(),
                        late.teamId(),
                        late.priority(),
                        late.type(),
                        late.category(),
                        late.subCategory(),
                        late.contactId(),
                        late.siteId(),
                        late.resolvedBy(),
                        late.workDone(),
                        late.resolvedAt(),
                        late.exact(),
                        at(90),
                        at(95)))
                .expectEvents(new WorkPaused("TCK-1", WaitingFor.PARTS, "CON-1", "Awaiting X", null, at(95)), done);
    }

    @Test
    void pauses_and_resumes() {
        ticket.given(in(IN_PROGRESS))
                .when(line(PENDING_PARTS).by(TEC).exact())
                .expectEvents(new WorkPaused("TCK-1", WaitingFor.PARTS, "CON-1", "Awaiting X", null, at(90)), done);
        Tickets.fixture()
                .given(in(PENDING_CUSTOMER))
                .when(line(IN_PROGRESS).by(TEC).exact())
                .expectEvents(new WorkResumed("TCK-1", ResumeCause.TECHNICIAN, at(90)), done);
    }

    @Test
    void resolves_with_the_time_and_the_person_of_the_source_and_claims_no_answer() {
        ticket.given(in(IN_PROGRESS))
                .when(line(RESOLVED).by(TEC).resolvedBy("TEC-9", at(85)).exact())
                .expectEvents(new TicketResolved("TCK-1", "TEC-9", "CON-1", "Fixed it", false, at(85)), done);
    }

    @Test
    void closes_what_is_resolved() {
        ticket.given(in(RESOLVED))
                .when(line(CLOSED).by(TEC).exact())
                .expectEvents(new ConfirmationLapsed("TCK-1", at(90)), done);
    }

    @Test
    void reopens_what_was_over_when_the_source_says_it_is_open() {
        ticket.given(in(CLOSED))
                .when(line(IN_PROGRESS).by(TEC).exact())
                .expectEvents(
                        new TicketReopened("TCK-1", 2, null, "CON-1", "Reopened in servicenow", TEC, at(90)),
                        new TicketAssigned("TCK-1", "CON-1", TEC, null, "Assigned in servicenow", at(90)),
                        new TicketAccepted("TCK-1", TEC, at(90)),
                        new WorkStarted("TCK-1", TEC, at(90)),
                        done);
    }

    @Test
    void tells_what_else_differs_before_the_step() {
        ticket.given(in(CREATED))
                .when(line(CREATED).about("Network", Priority.LOW, "CON-2").exact())
                .expectEvents(
                        new ReporterChanged("TCK-1", "CON-2", "SIT-1", at(90)),
                        new TicketClassified("TCK-1", TicketType.ISSUE, "Network", "Printer", at(90)),
                        new PriorityChanged("TCK-1", "CON-2", Priority.LOW, null, "Changed in servicenow", at(90)),
                        done);
    }

    @Test
    void takes_a_state_over_openly_where_no_step_leads_there() {
        var closed = Tickets.work(in(CREATED)).draft();
        closed.status = CLOSED;
        closed.closure = Closure.IMPORTED;
        closed.closedAt = at(90);
        ticket.given(in(CREATED))
                .when(line(CLOSED).exact())
                .expectEvents(
                        new TicketStateImported(
                                "TCK-1",
                                "servicenow",
                                "INC0001",
                                7,
                                "Awaiting X",
                                "CREATED_TO_CLOSED",
                                "CON-1",
                                "Fixed it",
                                closed.sealed(),
                                at(90)),
                        done);
    }

    @Test
    void takes_a_state_without_an_equal_over_openly_even_if_a_step_would_lead_there() {
        var paused = Tickets.work(in(IN_PROGRESS)).draft();
        paused.status = PENDING_CUSTOMER;
        ticket.given(in(IN_PROGRESS))
                .when(line(PENDING_CUSTOMER).by(TEC).command())
                .expectEvents(
                        new TicketStateImported(
                                "TCK-1",
                                "servicenow",
                                "INC0001",
                                7,
                                "Awaiting X",
                                "NO_EQUAL_STATE",
                                "CON-1",
                                null,
                                paused.sealed(),
                                at(90)),
                        done);
    }

    @Test
    void says_that_somebody_else_has_a_ticket_that_is_over() {
        var events = ImportedLine.events(
                line(CLOSED).by("TEC-5").exact(), TicketFacts.of(Tickets.raised()), Tickets.work(in(CLOSED)));
        assertThat(events.get(0)).isInstanceOfSatisfying(TicketStateImported.class, imported -> {
            assertThat(imported.reason()).isEqualTo("REASSIGNED_WHILE_CLOSED");
            assertThat(imported.state().technicianId()).isEqualTo("TEC-5");
        });
    }

    @Test
    void leaves_no_trace_of_the_closing_when_the_source_goes_back_to_resolved() {
        var events = ImportedLine.events(
                line(RESOLVED).by(TEC).resolvedBy("TEC-9", at(85)).command(),
                TicketFacts.of(Tickets.raised()),
                Tickets.work(in(CLOSED)));
        assertThat(Tickets.work(and(in(CLOSED), events.toArray(TicketEvent[]::new))))
                .returns(RESOLVED, WorkState::status)
                .returns(null, WorkState::closure)
                .returns(null, WorkState::closedAt)
                .returns("TEC-9", WorkState::resolvedBy);
    }

    @Test
    void says_nothing_new_when_a_line_comes_again() {
        ticket.given(and(in(CREATED), done))
                .when(line(CLOSED).by(TEC).exact())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refuses_a_merged_ticket_which_has_no_state_of_its_own() {
        ticket.given(Tickets.merged())
                .when(line(IN_PROGRESS).by(TEC).exact())
                .expectExceptionDetails(refusal(TICKET_MERGED));
    }

    /** Whatever line comes in whatever state: in the end the ticket stands as the source says. */
    @ParameterizedTest
    @EnumSource(TicketStatus.class)
    void always_arrives_where_the_source_says(TicketStatus from) {
        for (var to : TicketStatus.values()) {
            for (var exact : List.of(true, false)) {
                var line = line(to).by("TEC-5").resolvedBy("TEC-5", at(85));
                var events = ImportedLine.events(
                        exact ? line.exact() : line.command(),
                        TicketFacts.of(Tickets.raised()),
                        Tickets.work(in(from)));
                assertThat(Tickets.work(and(in(from), events.toArray(TicketEvent[]::new))))
                        .as("%s to %s", from, to)
                        .returns(to, WorkState::status)
                        .returns("TEC-5", WorkState::technicianId)
                        .matches(work -> work.status().isOver() == (work.closedAt() != null), "is closed when over");
            }
        }
    }

    private static Line line(TicketStatus status) {
        return new Line(status, null, "Hardware", Priority.HIGH, "CON-1", null, null);
    }

    /** A line with what the tests vary. */
    private record Line(
            TicketStatus status,
            String technicianId,
            String category,
            Priority priority,
            String contactId,
            String resolvedBy,
            Instant resolvedAt) {

        Line by(String technician) {
            return new Line(status, technician, category, priority, contactId, resolvedBy, resolvedAt);
        }

        Line about(String otherCategory, Priority otherPriority, String otherContact) {
            return new Line(status, technicianId, otherCategory, otherPriority, otherContact, resolvedBy, resolvedAt);
        }

        Line resolvedBy(String technician, Instant when) {
            return new Line(status, technicianId, category, priority, contactId, technician, when);
        }

        ImportTicketState exact() {
            return command(true);
        }

        ImportTicketState command() {
            return command(false);
        }

        private ImportTicketState command(boolean exact) {
            return new ImportTicketState(
                    "TCK-1",
                    "servicenow",
                    "INC0001",
                    7,
                    "Awaiting X",
                    status,
                    technicianId,
                    null,
                    priority,
                    TicketType.ISSUE,
                    category,
                    "Printer",
                    contactId,
                    "SIT-1",
                    resolvedBy,
                    "Fixed it",
                    resolvedAt,
                    exact,
                    at(90),
                    at(90));
        }
    }
}
