package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RequestBulkOperation;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.platform.rights.Actors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rule 14, BU-01 to BU-03, N-12: many tickets at once, looked at first, done one by one, and taken back exactly. */
@ExtendWith(RunningCallout.class)
class BulkIT {

    private static final String BULK = TICKETS + "/bulk";

    private final RunningCallout callout;
    private final Desk desk;
    private final Stored stored;

    BulkIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    /** One ticket as it was selected: what the user saw of it. */
    private Map<String, Object> selected(String ticket) {
        var version = desk.manager.get(TICKETS + "/" + ticket).expect(200).number("version");
        return Map.of("id", ticket, "version", version);
    }

    private static Map<String, Object> order(String operation, String what, Object value, List<?> tickets) {
        return new HashMap<>(Map.of("operation", operation, what, value, "reason", "All at once", "tickets", tickets));
    }

    private Answer finished(Caller caller, Answer begun) {
        begun.expect(202);
        assertThat(begun.header("Location")).isEqualTo(BULK + "/" + begun.id());
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> caller.after(begun).get(BULK + "/" + begun.id()).expect(200),
                        result -> "FINISHED".equals(result.text("state")));
    }

    private static List<String> outcomes(Answer result, String list, String outcome) {
        return IntStream.range(0, result.at(list).size())
                .filter(item -> outcome.equals(result.text(list + "." + item + ".outcome")))
                .mapToObj(item -> result.text(list + "." + item + ".ticketId"))
                .toList();
    }

    private static String codeOf(Answer result, String list, String ticket) {
        return result.text(list + "." + result.each(list, "ticketId").indexOf(ticket) + ".code");
    }

    @Test
    void does_94_of_100_names_the_other_6_and_takes_back_what_nobody_touched() {
        var ours = Stream.generate(this::resolvedTicket).limit(94).toList();
        var closed = Stream.generate(desk::closed).limit(3).toList();
        var changed = Stream.generate(desk::resolved).limit(2).toList();
        var foreign = desk.raise(desk.consumer);
        desk.read(desk.manager, foreign.id(), foreign);
        var tickets = Stream.of(ours, closed, changed, List.of(foreign.id()))
                .flatMap(List::stream)
                .map(this::selectedOnceShown)
                .toList();
        changed.forEach(ticket -> desk.tryStep(desk.technician, ticket, "comments", Map.of("body", "Tested again"))
                .expect(201));
        var order = order("STATUS", "status", "CLOSED", tickets);

        var preview = stored.nothingBy(() -> desk.acmeAdmin.post(BULK + "?dryRun=true", order));
        assertThat(preview.expect(200).number("selected")).isEqualTo(100);
        assertThat(preview.number("willChange")).isEqualTo(94);
        assertThat(preview.number("willNot")).isEqualTo(6);
        assertThat(outcomes(preview, "results", "DONE")).containsExactlyInAnyOrderElementsOf(ours);

        var before = desk.manager.get(TICKETS + "/" + ours.get(0)).expect(200);
        var begun = desk.acmeAdmin.post(BULK, order);
        var result = finished(desk.acmeAdmin, begun);
        assertThat(result.number("total")).isEqualTo(100);
        assertThat(outcomes(result, "items", "DONE")).containsExactlyInAnyOrderElementsOf(ours);
        assertThat(codeOf(result, "items", foreign.id())).isEqualTo("NOT_FOUND");
        assertThat(changed).allMatch(ticket -> codeOf(result, "items", ticket).equals("VERSION_CHANGED"));
        assertThat(closed).allMatch(ticket -> codeOf(result, "items", ticket).equals("TICKET_NOT_RESOLVED"));
        assertThat(result.each("items", "reason").stream().filter(reason -> !reason.isEmpty()))
                .as("each of the six has a reason in words")
                .hasSize(6);
        assertThat(desk.manager.get(TICKETS + "/" + ours.get(0)).expect(200).text("closure"))
                .isEqualTo("CONFIRMED");

        var touched = ours.get(93);
        desk.tryStep(desk.acmeUser, touched, "comments", Map.of("body", "Thank you", "reopen", false))
                .expect(201);
        var undo = desk.acmeAdmin.post(BULK + "/" + begun.id() + "/undo", Map.of("reason", "Too early"));
        var undone = finished(desk.acmeAdmin, undo);
        assertThat(undone.text("undoes")).isEqualTo(begun.id());
        assertThat(undone.number("done")).isEqualTo(93);
        assertThat(codeOf(undone, "items", touched)).isEqualTo("CHANGED_SINCE");
        var after = shownAsResolved(ours.get(0));
        for (var field : List.of(
                "status",
                "technician.name",
                "resolvedAt",
                "resolvedBy.name",
                "workDone",
                "closedAt",
                "closure",
                "cycle")) {
            assertThat(after.text(field)).as(field).isEqualTo(before.text(field));
        }
        assertThat(desk.manager.get(TICKETS + "/" + touched).expect(200).text("status"))
                .isEqualTo("CLOSED");
    }

    private String resolvedTicket() {
        return desk.resolved();
    }

    private Map<String, Object> selectedOnceShown(String ticket) {
        await().until(() -> desk.manager.get(TICKETS + "/" + ticket).status() == 200);
        return selected(ticket);
    }

    private Answer shownAsResolved(String ticket) {
        return await().until(
                        () -> desk.manager.get(TICKETS + "/" + ticket).expect(200),
                        shown -> "RESOLVED".equals(shown.text("status")));
    }

    @Test
    void assigns_and_weighs_many() {
        var one = desk.created();
        var other = desk.created();
        var tickets = List.of(Map.of("id", one), Map.of("id", other));
        var technician = Desk.accountOf(desk.technician);
        var assigned = desk.dispatcher.post(BULK, order("ASSIGN", "technicianId", technician, tickets));
        assertThat(finished(desk.dispatcher, assigned).number("done")).isEqualTo(2);
        var again = desk.dispatcher.post(BULK, order("ASSIGN", "technicianId", technician, tickets));
        assertThat(finished(desk.dispatcher, again).number("skipped"))
                .as("what is so already")
                .isEqualTo(2);
        var weighed = desk.manager.post(BULK, order("PRIORITY", "priority", "URGENT", tickets));
        assertThat(finished(desk.manager, weighed).number("done")).isEqualTo(2);
        await().untilAsserted(() -> {
            var shown = desk.manager.get(TICKETS + "/" + other).expect(200);
            assertThat(shown.text("technician.name")).isEqualTo("Theo Brandt");
            assertThat(shown.text("priority")).isEqualTo("URGENT");
        });
    }

    @Test
    void closes_all_that_wait_only_by_a_manager_and_without_calling_it_solved() {
        var ticket = desk.inProgress();
        desk.step(desk.technician, ticket, "pend", Map.of("waitingFor", "CUSTOMER", "reason", "Which floor?"));
        var order = order("STATUS", "status", "CLOSED", List.of(Map.of("id", ticket)));
        stored.nothingBy(() -> desk.dispatcher.post(BULK, order)).expect(403, "NOT_ALLOWED");
        var closed = finished(desk.manager, desk.manager.post(BULK, order));
        assertThat(closed.number("done")).isEqualTo(1);
        await().untilAsserted(() -> assertThat(
                        desk.manager.get(TICKETS + "/" + ticket).text("closure"))
                .isEqualTo("ADMINISTRATIVE"));
    }

    @Test
    void lets_an_administrator_take_the_steps_of_whoever_has_the_ticket() {
        var ticket = desk.inProgress();
        for (var status : List.of("PENDING_PARTS", "IN_PROGRESS", "RESOLVED")) {
            var begun = desk.admin.post(BULK, order("STATUS", "status", status, List.of(Map.of("id", ticket))));
            assertThat(finished(desk.admin, begun).number("done")).as(status).isEqualTo(1);
        }
    }

    @Test
    void is_asked_for_once_and_shown_only_to_whom_it_concerns() {
        var order = order("PRIORITY", "priority", "LOW", List.of(Map.of("id", desk.created())));
        var key = UUID.randomUUID().toString();
        var first = desk.manager.postWithKey(key, BULK, order).expect(202);
        var second = desk.manager.postWithKey(key, BULK, order).expect(202);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.id()).isEqualTo(first.id());
        finished(desk.manager, first);
        desk.acmeAdmin.get(BULK + "/" + first.id()).expect(404, "NOT_FOUND");
        desk.acmeAdmin
                .post(BULK + "/" + first.id() + "/undo", Map.of("reason", "x"))
                .expect(404, "NOT_FOUND");
    }

    @Test
    void is_listed_stopped_before_the_next_ticket_and_taken_back_as_a_whole() {
        var first = desk.inProgress();
        desk.step(desk.technician, first, "pend", Map.of("waitingFor", "CUSTOMER", "reason", "Which floor?"));
        var last = desk.created();
        var items = new ArrayList<BulkItem>();
        items.add(new BulkItem(first, -1));
        Stream.generate(() -> new BulkItem("TCK-" + UUID.randomUUID(), -1))
                .limit(4000) // it takes a while to find that they are not there
                .forEach(items::add);
        items.add(new BulkItem(last, -1));
        var operation = "BLK-" + UUID.randomUUID();
        var manager = Desk.accountOf(desk.manager);
        Actors.runAs(
                new Actor(manager, Role.MANAGER, null, null, "test"),
                () -> Inside.of(callout)
                        .getBean(CommandGateway.class)
                        .sendAndWait(new RequestBulkOperation(
                                operation,
                                BulkKind.STATUS,
                                null,
                                null,
                                TicketStatus.CLOSED,
                                null,
                                "The campaign is over",
                                null,
                                manager,
                                items)));
        var undo = BULK + "/" + operation + "/undo";
        desk.manager.post(undo, Map.of("reason", "Mistake")).expect(409, "OPERATION_RUNNING");
        await().until(() ->
                "CLOSED".equals(desk.manager.get(TICKETS + "/" + first).text("status")));
        desk.manager.post(BULK + "/" + operation + "/stop", Map.of()).expect(204);
        desk.technician.post(BULK + "/" + operation + "/stop", Map.of()).expect(403, "NOT_ALLOWED");

        var stopped = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> desk.manager.get(BULK + "/" + operation).expect(200),
                        result -> "STOPPED".equals(result.text("state")));
        assertThat(stopped.number("done")).isEqualTo(1);
        assertThat(stopped.number("done") + stopped.number("skipped") + stopped.number("rejected"))
                .as("every ticket is accounted for")
                .isEqualTo(4002);
        assertThat(codeOf(stopped, "items", last)).isEqualTo("STOPPED");
        assertThat(stopped.text("stoppedBy.id")).isEqualTo(manager);
        assertThat(desk.manager.get(TICKETS + "/" + last).expect(200).text("status"))
                .isEqualTo("CREATED");
        desk.manager.post(BULK + "/" + operation + "/stop", Map.of()).expect(409, "OPERATION_FINISHED");

        desk.step(desk.dispatcher, first, "watch", Map.of());
        finished(desk.manager, desk.manager.post(undo, Map.of("reason", "Mistake")));
        await().untilAsserted(() -> {
            var back = desk.manager.get(TICKETS + "/" + first).expect(200);
            assertThat(back.text("status")).isEqualTo("PENDING_CUSTOMER");
            assertThat(back.text("waitingReason")).isEqualTo("Which floor?");
            assertThat(back.text("closingNote")).isNull();
        });
        assertThat(desk.manager
                        .get(BULK + "?state=STOPPED&pageSize=200")
                        .expect(200)
                        .each("items", "operationId"))
                .contains(operation);
        assertThat(desk.acmeAdmin.get(BULK).expect(200).each("items", "operationId"))
                .as("what others asked for is not theirs to see")
                .doesNotContain(operation);
    }

    @Test
    void is_taken_back_only_by_whom_may_do_it_and_looked_at_only_by_whom_may_ask_for_it() {
        var tickets = List.of(Map.of("id", desk.created()));
        var order = order("PRIORITY", "priority", "LOW", tickets);
        var done = desk.manager.post(BULK, order);
        finished(desk.manager, done);
        stored.nothingBy(() -> desk.technician.post(BULK + "/" + done.id() + "/undo", Map.of("reason", "x")))
                .expect(403, "NOT_ALLOWED");
        desk.acmeUser
                .post(BULK + "?dryRun=true", order("STATUS", "status", "REOPENED", tickets))
                .expect(403, "NOT_ALLOWED");
    }

    @Test
    void ends_when_whoever_asked_for_it_has_left() {
        var name = "temp-" + UUID.randomUUID();
        var body = Map.of("username", name, "displayName", "Tim", "role", "MANAGER", "password", "long enough");
        var account = desk.admin.post("/api/v1/accounts", body).expect(201).id();
        desk.admin
                .post("/api/v1/accounts/" + account + "/deactivate", Map.of("reason", "Left"))
                .expect(204);
        var ticket = desk.created();
        var operation = "BLK-" + UUID.randomUUID();
        var items = List.of(new BulkItem(ticket, -1));
        Actors.runAs(
                new Actor(account, Role.MANAGER, null, null, "test"),
                () -> Inside.of(callout)
                        .getBean(CommandGateway.class)
                        .sendAndWait(new RequestBulkOperation(
                                operation,
                                BulkKind.PRIORITY,
                                null,
                                null,
                                null,
                                Priority.LOW,
                                "x",
                                null,
                                account,
                                items)));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var result = desk.manager.get(BULK + "/" + operation).expect(200);
            assertThat(result.text("state")).isEqualTo("FINISHED");
            assertThat(codeOf(result, "items", ticket)).isEqualTo("NOT_ALLOWED");
        });
    }

    @Test
    void refuses_what_makes_no_sense_before_it_begins() {
        var ticket = desk.created();
        var twice = List.of(Map.of("id", ticket), Map.of("id", ticket));
        var one = List.of(Map.of("id", ticket));
        stored.nothingBy(() -> desk.manager.post(BULK, order("PRIORITY", "priority", "LOW", twice)))
                .expect(422, "INVALID_VALUE");
        stored.nothingBy(() -> desk.manager.post(BULK, order("STATUS", "status", "CREATED", one)))
                .expect(422, "INVALID_VALUE");
        stored.nothingBy(() -> desk.manager.post(BULK, order("PRIORITY", "priority", "LOW", List.of())))
                .expect(400, "VALIDATION_FAILED");
        stored.nothingBy(() -> desk.manager.post(BULK, order("UNDO", "priority", "LOW", one)))
                .expect(400, "VALIDATION_FAILED");
        stored.nothingBy(() -> desk.manager.post(BULK, order("ASSIGN", "technicianId", "ACC-none", one)))
                .expect(422, "REFERENCE_NOT_FOUND");
    }
}
