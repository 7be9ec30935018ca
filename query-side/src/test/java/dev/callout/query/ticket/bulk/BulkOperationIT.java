package dev.callout.query.ticket.bulk;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.numberOf;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Role;
import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkItemsProcessed;
import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationFinished;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.BulkOperationStopped;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.BulkResult;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QueryTest
class BulkOperationIT {

    private static final String BULK = "/service-desk/tickets/bulk/";

    private @Autowired Story story;
    private @Autowired Api api;

    private final String operation = "BLK-" + UUID.randomUUID();
    private final String one = Tickets.newId();
    private final String two = Tickets.newId();
    private final String three = Tickets.newId();

    @Test
    void tells_what_became_of_each_ticket_while_it_runs_and_in_the_end() {
        story.tell(
                raised(one),
                raised(two),
                requested(BulkKind.ASSIGN, null),
                new BulkItemsProcessed(operation, List.of(new BulkResult(two, BulkOutcome.DONE, null, null))));
        assertThat(api.get(DISPATCHER, BULK + operation))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"state":"RUNNING","total":3,"done":1,"skipped":0,"rejected":0,"items":[
                 {"ticketId":"%s","number":"%s","outcome":null},{"ticketId":"%s","outcome":"DONE"},
                 {"ticketId":"%s","number":null,"outcome":null}]}
                """.formatted(one, numberOf(one), two, three));
        story.tell(
                new BulkItemsProcessed(
                        operation,
                        List.of(
                                new BulkResult(one, BulkOutcome.SKIPPED, null, "is so already"),
                                new BulkResult(three, BulkOutcome.REJECTED, "NOT_FOUND", "There is no such ticket."))),
                new BulkOperationFinished(operation, 1, 1, 1));
        assertThat(api.get(DISPATCHER, BULK + operation)).bodyJson().isLenientlyEqualTo("""
                {"state":"FINISHED","kind":"ASSIGN","done":1,"skipped":1,"rejected":1,"version":3,"items":[
                 {"outcome":"SKIPPED","reason":"is so already"},{"outcome":"DONE"},
                 {"outcome":"REJECTED","code":"NOT_FOUND"}]}
                """);
    }

    @Test
    void is_listed_by_how_far_it_is_with_who_stopped_it() {
        story.tell(requested(BulkKind.ASSIGN, null));
        assertThat(listed("RUNNING")).contains(operation);
        assertThat(listed("FINISHED")).doesNotContain(operation);
        story.tell(new BulkOperationStopped(operation, "ACC-dana"));
        assertThat(listed("STOPPING")).contains(operation);
        assertThat(listed("RUNNING")).doesNotContain(operation);
        var skipped = new BulkResult(one, BulkOutcome.SKIPPED, "STOPPED", "stopped");
        story.tell(new BulkItemsProcessed(operation, List.of(skipped)), new BulkOperationFinished(operation, 0, 3, 0));
        assertThat(listed("STOPPED")).contains(operation);
        assertThat(listed("FINISHED")).doesNotContain(operation);
        assertThat(api.get(DISPATCHER, BULK + operation)).bodyJson().isLenientlyEqualTo("""
                {"state":"STOPPED","skipped":3,"stoppedBy":{"id":"ACC-dana"}}
                """);
        assertThat(api.get(DISPATCHER, "/service-desk/tickets/bulk?state=LOST")).hasStatus(400);
    }

    private String listed(String state) {
        return Api.body(api.get(DISPATCHER, "/service-desk/tickets/bulk?pageSize=200&state=" + state));
    }

    @Test
    void an_undo_names_what_it_undoes() {
        story.tell(requested(BulkKind.UNDO, "BLK-before"));
        assertThat(api.get(DISPATCHER, BULK + operation))
                .bodyJson()
                .extractingPath("$.undoes")
                .isEqualTo("BLK-before");
    }

    @Test
    void is_not_there_for_customers_who_did_not_ask_for_it() {
        story.tell(requested(BulkKind.ASSIGN, null));
        assertThat(api.get(Api.customer(Role.CUSTOMER_ADMIN, "CUS-acme", "CON-jo"), BULK + operation)
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(api.get(DISPATCHER, BULK + "BLK-none")).hasStatus(404);
    }

    @Test
    void an_undone_change_shows_the_words_of_before_again() {
        story.tell(
                raised(one),
                assigned(one, "ACC-ana", null),
                new TicketAccepted(one, "ACC-ana", at("09:20")),
                new WorkStarted(one, "ACC-ana", at("09:30")),
                new WorkPaused(one, WaitingFor.PARTS, "CON-jo", "A new fuser", null, at("09:40")));
        var pending = state(
                raised(one),
                assigned(one, "ACC-ana", null),
                new TicketAccepted(one, "ACC-ana", at("09:20")),
                new WorkStarted(one, "ACC-ana", at("09:30")),
                new WorkPaused(one, WaitingFor.PARTS, "CON-jo", "A new fuser", null, at("09:40")));
        story.tell(
                new TicketClosedAdministratively(one, "CON-jo", "The campaign is over", true, at("10:00")),
                new ChangedInBulk(one, operation, pending));
        assertThat(shown(one)).bodyJson().isLenientlyEqualTo("""
                {"status":"CLOSED","waitingReason":null,"closingNote":"The campaign is over"}
                """);
        story.tell(new BulkChangeUndone(one, operation, "BLK-undo", pending, at("12:00")));
        assertThat(shown(one)).bodyJson().isLenientlyEqualTo("""
                {"status":"PENDING_PARTS","waitingReason":"A new fuser","closingNote":null}
                """);
    }

    @Test
    void an_undone_solution_or_reopening_shows_what_was_said_before_it() {
        var begun = new TicketEvent[] {
            raised(one),
            assigned(one, "ACC-ana", null),
            new WorkStarted(one, "ACC-ana", at("09:30")),
            new TicketResolved(one, "ACC-ana", "CON-jo", "Fuser replaced", true, at("10:00")),
            new ResolutionConfirmed(one, "ACC-jo", "CON-jo", "Works again", at("10:10"))
        };
        story.tell((Object[]) begun);
        var closed = state(begun);
        var reopened = new TicketReopened(one, 2, "ACC-max", "CON-jo", "Mistake", "ACC-ana", at("10:20"));
        story.tell(reopened, new ChangedInBulk(one, operation, closed));
        story.tell(new BulkChangeUndone(one, operation, "BLK-undo", closed, at("10:30")));
        assertThat(shown(one)).bodyJson().isLenientlyEqualTo("""
                {"status":"CLOSED","closingNote":"Works again","workDone":"Fuser replaced"}
                """);
        story.tell(reopened, assigned(one, "ACC-ana", null), new WorkStarted(one, "ACC-ana", at("11:00")));
        var again = WorkState.after(
                WorkState.after(WorkState.after(closed, reopened), assigned(one, "ACC-ana", null)),
                new WorkStarted(one, "ACC-ana", at("11:00")));
        story.tell(
                new TicketResolved(one, "ACC-ana", "CON-jo", "Said in bulk", false, at("11:10")),
                new ChangedInBulk(one, operation, again),
                new BulkChangeUndone(one, operation, "BLK-undo", again, at("11:20")));
        assertThat(shown(one)).bodyJson().isLenientlyEqualTo("""
                {"status":"IN_PROGRESS","workDone":"Fuser replaced","cycles":[{"workDone":"Fuser replaced"},{"workDone":null}]}
                """);
    }

    private MvcTestResult shown(String ticket) {
        return api.get(DISPATCHER, "/service-desk/tickets/" + ticket);
    }

    private static WorkState state(TicketEvent... events) {
        WorkState state = null;
        for (var event : events) {
            state = WorkState.after(state, event);
        }
        return state;
    }

    @Test
    void an_undone_change_is_as_if_it_had_never_been_but_stays_in_the_history() {
        var untouched = WorkState.after(null, raised(one));
        story.tell(
                raised(one),
                assigned(one, "ACC-ana", null),
                new ChangedInBulk(one, operation, untouched),
                new BulkChangeUndone(one, operation, "BLK-undo", untouched, at("12:00")));
        var ticket = api.get(DISPATCHER, "/service-desk/tickets/" + one);
        assertThat(ticket).bodyJson().extractingPath("$.status").isEqualTo("CREATED");
        assertThat(ticket).bodyJson().extractingPath("$.technician").isNull();
        assertThat(api.get(DISPATCHER, "/service-desk/tickets/" + one + "/history"))
                .bodyJson()
                .extractingPath("$.items[*].operationId")
                .asArray()
                .containsExactly(null, null, operation, operation);
    }

    private BulkOperationRequested requested(BulkKind kind, String undoes) {
        return new BulkOperationRequested(
                operation,
                kind,
                "ACC-ana",
                null,
                null,
                null,
                "holidays",
                undoes,
                "ACC-dana",
                List.of(new BulkItem(one, 0), new BulkItem(two, 0), new BulkItem(three, 0)));
    }
}
