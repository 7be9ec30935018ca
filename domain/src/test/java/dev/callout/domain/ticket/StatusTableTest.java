package dev.callout.domain.ticket;

import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.ArchiveTicket;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.CloseUnconfirmed;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketCommand;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WaitingFor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which step is possible in which status: "Ticket Statuses Explained" of the guide, with a manager's administrative
 * close (K-15) and merged tickets added. A cell holds the events of the step, or the refusal in capitals.
 */
class StatusTableTest {

    private static final String TABLE = """
            status           | assign              | accept              | start               | wait for customer   | wait for parts
            CREATED          | TicketAssigned      | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE
            ASSIGNED         | TicketAssigned      | TicketAccepted      | TICKET_NOT_ACCEPTED | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE
            accepted         | TicketAssigned      | nothing             | WorkStarted         | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE
            IN_PROGRESS      | TicketAssigned      | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | WorkPaused          | WorkPaused
            PENDING_CUSTOMER | TicketAssigned      | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE
            PENDING_PARTS    | TicketAssigned      | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE
            RESOLVED         | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE
            CLOSED           | TICKET_CLOSED       | TICKET_CLOSED       | TICKET_CLOSED       | TICKET_CLOSED       | TICKET_CLOSED
            REOPENED         | TicketAssigned      | TicketAccepted      | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE
            CANCELLED        | TICKET_CLOSED       | TICKET_CLOSED       | TICKET_CLOSED       | TICKET_CLOSED       | TICKET_CLOSED
            merged           | TICKET_MERGED       | TICKET_MERGED       | TICKET_MERGED       | TICKET_MERGED       | TICKET_MERGED

            status           | resume              | resolve             | confirm             | let it lapse        | reopen
            CREATED          | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED
            ASSIGNED         | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED
            accepted         | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED
            IN_PROGRESS      | STEP_NOT_POSSIBLE   | TicketResolved      | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED
            PENDING_CUSTOMER | WorkResumed         | STEP_NOT_POSSIBLE   | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED
            PENDING_PARTS    | WorkResumed         | STEP_NOT_POSSIBLE   | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED
            RESOLVED         | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | ResolutionConfirmed | ConfirmationLapsed  | TicketReopened
            CLOSED           | TICKET_CLOSED       | TICKET_CLOSED       | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED | TicketReopened
            REOPENED         | STEP_NOT_POSSIBLE   | STEP_NOT_POSSIBLE   | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED
            CANCELLED        | TICKET_CLOSED       | TICKET_CLOSED       | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED | TICKET_NOT_RESOLVED
            merged           | TICKET_MERGED       | TICKET_MERGED       | TICKET_MERGED       | TICKET_MERGED       | TICKET_MERGED

            status           | close for a reason           | cancel                          | archive           | escalate
            CREATED          | TicketClosedAdministratively | TicketCancelled, TicketArchived | STEP_NOT_POSSIBLE | TicketEscalated
            ASSIGNED         | TicketClosedAdministratively | TicketCancelled, TicketArchived | STEP_NOT_POSSIBLE | TicketEscalated
            accepted         | TicketClosedAdministratively | TicketCancelled, TicketArchived | STEP_NOT_POSSIBLE | TicketEscalated
            IN_PROGRESS      | TicketClosedAdministratively | TicketCancelled, TicketArchived | STEP_NOT_POSSIBLE | TicketEscalated
            PENDING_CUSTOMER | TicketClosedAdministratively | TicketCancelled, TicketArchived | STEP_NOT_POSSIBLE | TicketEscalated
            PENDING_PARTS    | TicketClosedAdministratively | TicketCancelled, TicketArchived | STEP_NOT_POSSIBLE | TicketEscalated
            RESOLVED         | TicketClosedAdministratively | TicketCancelled, TicketArchived | STEP_NOT_POSSIBLE | STEP_NOT_POSSIBLE
            CLOSED           | TICKET_CLOSED                | TICKET_CLOSED                   | TicketArchived    | TICKET_CLOSED
            REOPENED         | TicketClosedAdministratively | TicketCancelled, TicketArchived | STEP_NOT_POSSIBLE | TicketEscalated
            CANCELLED        | TICKET_CLOSED                | TICKET_CLOSED                   | nothing           | TICKET_CLOSED
            merged           | TICKET_MERGED                | TICKET_MERGED                   | TicketArchived    | TICKET_MERGED

            status           | weigh anew      | customer writes              | staff writes
            CREATED          | PriorityChanged | CommentAdded                 | CommentAdded
            ASSIGNED         | PriorityChanged | CommentAdded                 | CommentAdded
            accepted         | PriorityChanged | CommentAdded                 | CommentAdded
            IN_PROGRESS      | PriorityChanged | CommentAdded                 | CommentAdded
            PENDING_CUSTOMER | PriorityChanged | CommentAdded, WorkResumed    | CommentAdded
            PENDING_PARTS    | PriorityChanged | CommentAdded                 | CommentAdded
            RESOLVED         | PriorityChanged | CommentAdded                 | CommentAdded
            CLOSED           | TICKET_CLOSED   | CommentAdded, TicketReopened | CommentAdded
            REOPENED         | PriorityChanged | CommentAdded                 | CommentAdded
            CANCELLED        | TICKET_CLOSED   | TICKET_CANCELLED             | CommentAdded
            """;

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @MethodSource("cells")
    void holds(String status, String step, String outcome) {
        var result = Tickets.fixture()
                .givenCurrentTime(Tickets.at(120))
                .andGiven(history(status))
                .when(command(step));
        if (outcome.equals("nothing")) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else if (outcome.equals(outcome.toUpperCase(Locale.ROOT))) {
            result.expectException(CommandRefused.class)
                    .expectExceptionDetails(refusal(RefusalCode.valueOf(outcome)))
                    .expectNoEvents();
        } else {
            result.expectSuccessfulHandlerExecution().expectEventsMatching(named(outcome));
        }
    }

    @Test
    void has_a_cell_for_each_status_and_step() {
        assertThat(cells()).hasSize(11 * 14 + 10 * 3);
        for (var status : TicketStatus.values()) {
            assertThat(Tickets.work(Tickets.in(status)).status()).isEqualTo(status);
        }
    }

    static List<Arguments> cells() {
        var cells = new ArrayList<Arguments>();
        for (var table : TABLE.split("\n\n")) {
            var lines = table.lines().map(StatusTableTest::columns).toList();
            var steps = lines.get(0);
            for (var line : lines.subList(1, lines.size())) {
                for (int i = 1; i < steps.size(); i++) {
                    cells.add(Arguments.of(line.get(0), steps.get(i), line.get(i)));
                }
            }
        }
        return cells;
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("\\|")).map(String::trim).toList();
    }

    private static List<TicketEvent> history(String status) {
        return switch (status) {
            case "accepted" -> Tickets.accepted();
            case "merged" -> Tickets.merged();
            default -> Tickets.in(TicketStatus.valueOf(status));
        };
    }

    private static TicketCommand command(String step) {
        return switch (step) {
            case "assign" -> new AssignTicket("TCK-1", "TEC-2", null, null, null);
            case "accept" -> new AcceptTicket("TCK-1", "TEC-1", List.of(), null);
            case "start" -> new StartWork("TCK-1", "TEC-1", null);
            case "wait for customer" ->
                new PauseWork("TCK-1", "TEC-1", WaitingFor.CUSTOMER, "Which model?", null, null);
            case "wait for parts" -> new PauseWork("TCK-1", "TEC-1", WaitingFor.PARTS, "A new fuser", null, null);
            case "resume" -> new ResumeWork("TCK-1", "TEC-1", null);
            case "resolve" -> new ResolveTicket("TCK-1", "TEC-1", "Fuser replaced", null);
            case "confirm" -> new ConfirmResolution("TCK-1", "ACC-cara", null, null);
            case "let it lapse" -> new CloseUnconfirmed("TCK-1", null);
            case "reopen" -> new ReopenTicket("TCK-1", "ACC-cara", "Dead again", null);
            case "close for a reason" -> new CloseAdministratively("TCK-1", "The campaign is over", null);
            case "cancel" -> new CancelTicket("TCK-1", CancelReason.DUPLICATE, null, null);
            case "archive" -> new ArchiveTicket("TCK-1");
            case "escalate" -> new EscalateTicket("TCK-1", "TEC-1", "ACC-max", null, "Needs an expert", null);
            case "weigh anew" -> new ChangePriority("TCK-1", Priority.LOW, "ACC-dan", "Not so bad", null);
            case "customer writes" -> comment(AuthorKind.CUSTOMER);
            case "staff writes" -> comment(AuthorKind.STAFF);
            default -> throw new IllegalArgumentException(step);
        };
    }

    private static AddComment comment(AuthorKind author) {
        return new AddComment("TCK-1", "CMT-1", "ACC-any", author, "It is back", null, null, at(120));
    }

    private static Matcher<List<EventMessage<?>>> named(String outcome) {
        return new FeatureMatcher<>(Matchers.is(outcome), "events", "events") {
            @Override
            protected String featureValueOf(List<EventMessage<?>> events) {
                return events.stream()
                        .map(event -> event.getPayloadType().getSimpleName())
                        .collect(Collectors.joining(", "));
            }
        };
    }
}
