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
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.BulkResult;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
