package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static dev.callout.journeys.Desk.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the promised time runs out, whoever the policy names hears of it by mail, once. */
@ExtendWith(RunningCallout.class)
class BrokenPromisesIT {

    private final Desk desk;
    private final MailFolder mail;

    BrokenPromisesIT(RunningCallout callout) {
        desk = new Desk(callout);
        mail = new MailFolder(callout);
    }

    @Test
    void are_told_to_supervisor_manager_and_technician() {
        var supervisor = Somebody.hired(desk.admin, "DISPATCHER");
        var manager = Somebody.hired(desk.admin, "MANAGER");
        var technician = Somebody.hired(desk.admin, "TECHNICIAN");
        var customer = customer();
        var ladder = List.of(
                step(80, "NOTIFY", List.of("SUPERVISOR")),
                step(100, "ESCALATE", List.of("SUPERVISOR", "MANAGER", "TECHNICIAN")));
        publish(customer, ladder, supervisor.accountId(), manager.accountId());
        var ticket = raisedAnHourAgo(customer);
        desk.step(desk.dispatcher, ticket, "assign", Map.of("technicianId", technician.accountId()));

        // whoever touches the ticket has it noticed that 30 minutes were over half an hour ago
        var told = desk.step(desk.dispatcher, ticket, "visit", Map.of());

        assertThat(mail.to(supervisor.email(), 2)).hasSize(2);
        assertThat(mail.only(manager.email()).subject()).contains("is broken");
        assertThat(mail.only(technician.email()).plain()).contains("first response", "Printer is silent", "Slow Print");
        var events = desk.manager
                .after(told)
                .get(TICKETS + "/" + ticket + "/history")
                .expect(200)
                .each("items", "event");
        assertThat(events)
                .contains("SlaBreached", "TicketEscalated")
                .filteredOn("SlaThresholdReached"::equals)
                .hasSize(2);
    }

    @Test
    void are_told_to_every_manager_when_the_one_who_is_named_is_gone() {
        var supervisor = Somebody.hired(desk.admin, "DISPATCHER");
        var manager = Somebody.hired(desk.admin, "MANAGER");
        var customer = customer();
        publish(customer, List.of(step(80, "ESCALATE", List.of("SUPERVISOR"))), supervisor.accountId(), null);
        desk.admin
                .post("/api/v1/accounts/" + supervisor.accountId() + "/deactivate", Map.of("reason", "Moved on"))
                .expect(204);
        var ticket = raisedAnHourAgo(customer);

        var told = desk.step(desk.dispatcher, ticket, "visit", Map.of());

        assertThat(mail.only(manager.email()).plain()).contains("first response");
        assertThat(desk.manager
                        .after(told)
                        .get(TICKETS + "/" + ticket + "/history")
                        .expect(200)
                        .each("items", "event"))
                .contains("SlaThresholdReached")
                .doesNotContain("TicketEscalated");
    }

    private Map<String, ?> step(int percent, String action, List<String> recipients) {
        return Map.of("clock", "RESPONSE", "percent", percent, "action", action, "recipients", recipients);
    }

    private void publish(String customer, List<?> ladder, String supervisor, String manager) {
        var policy = Terms.policyFor(customer);
        policy.put("ladder", ladder);
        policy.put("supervisorId", supervisor);
        policy.put("managerId", manager);
        desk.manager.post(Terms.POLICIES, policy).expect(201);
    }

    private String raisedAnHourAgo(String customer) {
        var problem = problem("customerId", customer);
        problem.put("priority", "HIGH");
        problem.put("occurredAt", Instant.now().minus(Duration.ofHours(1)).toString());
        return desk.technician.post(TICKETS, problem).expect(201).id();
    }

    private String customer() {
        return desk.manager
                .post("/api/v1/customers", Map.of("kind", "BUSINESS", "name", "Slow Print"))
                .expect(201)
                .id();
    }
}
