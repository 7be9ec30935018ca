package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** N-01: everybody can ask how things stood at any moment, and gets what they got then. */
@ExtendWith(RunningCallout.class)
class LookBackIT {

    private final Desk desk;
    private final Stored stored;

    LookBackIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    @Test
    void answers_as_it_did_while_work_went_on() {
        var raised = desk.raise(desk.acmeUser);
        var ticket = raised.id();
        var then = new LinkedHashMap<Instant, List<String>>();
        remember(then, ticket, raised);
        var technician = Map.of("technicianId", Desk.accountOf(desk.technician));
        remember(then, ticket, desk.step(desk.dispatcher, ticket, "assign", technician));
        desk.step(desk.technician, ticket, "accept", Map.of());
        remember(then, ticket, desk.step(desk.technician, ticket, "start", Map.of()));
        var note = desk.tryStep(desk.technician, ticket, "notes", Map.of("body", "The customer is difficult"));
        remember(then, ticket, note.expect(201));
        var comment = desk.tryStep(desk.technician, ticket, "comments", Map.of("body", "On my way"));
        remember(then, ticket, comment.expect(201));
        remember(then, ticket, desk.step(desk.technician, ticket, "resolve", Map.of("workDone", "New fuser.")));
        remember(then, ticket, desk.step(desk.acmeUser, ticket, "confirm", Map.of()));

        then.forEach((moment, answers) -> assertThat(stored.nothingBy(() -> {
                            assertThat(answers(ticket, "?asOf=" + moment)).isEqualTo(answers);
                            return desk.consumer.get(TICKETS + "/" + ticket + "?asOf=" + moment);
                        })
                        .status())
                .isEqualTo(404));
        assertThat(then.values()).extracting(answers -> answers.get(1)).allMatch(seen -> !seen.contains("difficult"));
    }

    private void remember(Map<Instant, List<String>> then, String ticket, Answer after) {
        desk.read(desk.manager, ticket, after);
        desk.read(desk.acmeUser, ticket, after);
        then.put(Instant.now(), answers(ticket, ""));
    }

    private List<String> answers(String ticket, String asOf) {
        var staff = desk.manager.get(TICKETS + "/" + ticket + asOf).expect(200);
        var customer = desk.acmeUser.get(TICKETS + "/" + ticket + asOf).expect(200);
        return List.of(staff.text(), customer.text(), staff.etag(), customer.etag());
    }

    @Test
    void refuses_what_is_no_moment_and_stores_nothing() {
        var ticket = desk.created();
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        for (var path : List.of(TICKETS, TICKETS + "/" + ticket, "/api/v1/customers")) {
            stored.nothingBy(() -> desk.manager.get(path + "?asOf=" + tomorrow)).expect(400, "VALIDATION_FAILED");
            stored.nothingBy(() -> desk.manager.get(path + "?asOf=2026-01-05T10:15:30"))
                    .expect(400, "INVALID_FILTER");
            stored.nothingBy(() -> desk.manager.get(path + "?asof=2026-01-05T10:15:30Z"))
                    .expect(400, "INVALID_FILTER");
        }
        desk.manager.get(TICKETS + "/" + ticket + "?asOf=2026-01-05T10:15:30Z").expect(404, "NOT_FOUND");
        assertThat(desk.manager
                        .get(TICKETS + "?asOf=1999-01-05T10:15:30Z&count=true")
                        .expect(200)
                        .number("total"))
                .isZero();
    }

    @Test
    void gives_nobody_a_right_they_do_not_have() {
        var ticket = desk.raise(desk.consumer).id();
        var then = "asOf=" + Instant.now();
        desk.acmeUser.get(TICKETS + "/" + ticket + "?" + then).expect(404, "NOT_FOUND");
        desk.acmeUser.get(TICKETS + "/" + ticket + "?view=customer&" + then).expect(404, "NOT_FOUND");
        desk.acmeUser.get(TICKETS + "/" + ticket + "/history?" + then).expect(403, "NOT_ALLOWED");
        desk.acmeUser.get(TICKETS + "?priority=HIGH&" + then).expect(400, "INVALID_FILTER");
        desk.acmeAdmin.get("/api/v1/customers?" + then).expect(403, "NOT_ALLOWED");
        desk.acmeAdmin
                .get("/api/v1/customers/" + Desk.customerOf(desk.consumer) + "?" + then)
                .expect(404, "NOT_FOUND");
        desk.nobody.get(TICKETS + "?" + then).expect(401, "UNAUTHENTICATED");
    }
}
