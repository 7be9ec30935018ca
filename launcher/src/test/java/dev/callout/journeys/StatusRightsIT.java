package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** ST-01 to ST-09, RO-12, A03: who may set which status, for each of the demo's people and each step. */
@ExtendWith(RunningCallout.class)
class StatusRightsIT {

    private static final List<String> PEOPLE = List.of(
            "admin",
            "manager",
            "dispatcher",
            "technician",
            "parts",
            "quality",
            "billing",
            "support",
            "auditor",
            "analyst",
            "acme-admin",
            "acme-user",
            "guest",
            "consumer");

    /** Belongs to another customer: for this one the ticket does not exist. */
    private static final String STRANGER = "consumer";

    /** A step, where it starts from, and who of the people may take it. */
    record Step(String name, Function<Desk, String> from, Function<Desk, Map<String, ?>> body, Set<String> allowed) {

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Step> STEPS = List.of(
            new Step(
                    "assign",
                    Desk::created,
                    desk -> Map.of("technicianId", Desk.accountOf(desk.technician)),
                    Set.of("admin", "manager", "dispatcher")),
            new Step("accept", Desk::assigned, desk -> Map.of(), Set.of("admin", "technician")),
            new Step("start", StatusRightsIT::accepted, desk -> Map.of(), Set.of("admin", "technician")),
            new Step(
                    "pend",
                    Desk::inProgress,
                    desk -> Map.of("waitingFor", "CUSTOMER", "reason", "Which floor?"),
                    Set.of("admin", "technician")),
            new Step("resume", StatusRightsIT::pending, desk -> Map.of(), Set.of("admin", "technician")),
            new Step("resolve", Desk::inProgress, desk -> Map.of("workDone", "x"), Set.of("admin", "technician")),
            new Step("confirm", Desk::resolved, desk -> Map.of(), Set.of("admin", "acme-admin", "acme-user")),
            new Step(
                    "reopen",
                    Desk::resolved,
                    desk -> Map.of("reason", "x"),
                    Set.of("admin", "manager", "dispatcher", "quality", "support", "acme-admin", "acme-user")),
            new Step("close", Desk::inProgress, desk -> Map.of("reason", "x"), Set.of("admin", "manager")),
            new Step("cancel", Desk::created, desk -> Map.of("cause", "INVALID"), Set.of("admin", "manager")),
            new Step(
                    "priority",
                    Desk::created,
                    desk -> Map.of("priority", "URGENT", "reason", "x"),
                    Set.of("admin", "manager", "dispatcher", "support")),
            new Step(
                    "escalate",
                    Desk::inProgress,
                    desk -> Map.of("toAccountId", Desk.accountOf(desk.manager), "reason", "x"),
                    Set.of("admin", "manager", "dispatcher", "technician", "quality", "support")),
            new Step(
                    "notes",
                    Desk::created,
                    desk -> Map.of("body", "x"),
                    Set.of("admin", "manager", "dispatcher", "technician", "parts", "quality", "billing", "support")));

    private final Desk desk;
    private final Stored stored;

    StatusRightsIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    private static String accepted(Desk desk) {
        var ticket = desk.assigned();
        desk.step(desk.technician, ticket, "accept", Map.of());
        return ticket;
    }

    private static String pending(Desk desk) {
        var ticket = desk.inProgress();
        desk.step(desk.technician, ticket, "pend", Map.of("waitingFor", "PARTS", "reason", "Fuser"));
        return ticket;
    }

    @ParameterizedTest
    @FieldSource("STEPS")
    void belong_to_roles(Step step) {
        var ticket = step.from().apply(desk);
        for (var person : PEOPLE) {
            var caller = desk.nobody.as(person);
            if (!step.allowed().contains(person)) {
                var refused = stored.nothingBy(() ->
                        desk.tryStep(caller, ticket, step.name(), step.body().apply(desk)));
                if (person.equals(STRANGER)) {
                    refused.expect(404, "NOT_FOUND");
                } else {
                    refused.expect(403, "NOT_ALLOWED");
                }
            }
        }
        for (var person : step.allowed()) {
            var status = desk.tryStep(
                            desk.nobody.as(person),
                            step.from().apply(desk),
                            step.name(),
                            step.body().apply(desk))
                    .status();
            assertThat(status).as("%s by %s", step, person).isIn(201, 204);
        }
    }

    static final List<String> WRITES = Stream.concat(
                    STEPS.stream().map(Step::name), Stream.of("comments", "merge", "unmerge", "links", "watch"))
            .toList();

    @ParameterizedTest
    @FieldSource("WRITES")
    void tell_a_customer_nothing_of_tickets_that_are_not_theirs(String step) {
        var foreign = desk.created();
        var body = Map.of(
                "comments", Map.of("body", "x"),
                "merge", Map.of("into", foreign),
                "unmerge", Map.of("reason", "x"),
                "links", Map.of("otherTicketId", foreign, "kind", "RELATED"),
                "watch", Map.<String, Object>of());
        var sent = STEPS.stream()
                .filter(known -> known.name().equals(step))
                .findFirst()
                .<Map<String, ?>>map(known -> known.body().apply(desk))
                .orElseGet(() -> body.get(step));
        var refused = stored.nothingBy(() -> desk.tryStep(desk.consumer, foreign, step, sent));
        refused.expect(404, "NOT_FOUND");
        var unknown = desk.tryStep(desk.consumer, "TCK-00000000-0000-0000-0000-000000000000", step, sent);
        assertThat(refused.problem()).isEqualTo(unknown.problem());
    }
}
