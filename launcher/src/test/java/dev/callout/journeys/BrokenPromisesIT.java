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
    void are_told_to_supervisor_and_manager_and_give_the_ticket_to_the_supervisor() {
        var supervisor = Somebody.hired(desk.admin, "DISPATCHER");
        var manager = Somebody.hired(desk.admin, "MANAGER");
        var customer = customer();
        var ladder = List.of(
                step(80, "NOTIFY", List.of("SUPERVISOR")),
                step(100, "ASSIGN", List.of("SUPERVISOR", "MANAGER", "TECHNICIAN")));
        publish(customer, ladder, supervisor.accountId(), manager.accountId());
        var ticket = raisedAnHourAgo(customer);

        // whoever touches the ticket has it noticed that 30 minutes were over half an hour ago
        var told = desk.step(desk.dispatcher, ticket, "visit", Map.of());

        for (var person : List.of(supervisor, manager)) {
            var notice = mail.only(person.email());
            assertThat(notice.subject()).matches("TKT\\d+: SLA breach \\(first response, 100 %\\)");
            assertThat(notice.plain())
                    .contains("first response: promised within 30 min, 100 % used, was due:")
                    .contains("is assigned to the supervisor", "Printer is silent", "Slow Print")
                    .doesNotContain("80 %")
                    .containsPattern("http://[^ ]+/tickets/TKT\\d+");
        }
        var shown = desk.manager.after(told).get(TICKETS + "/" + ticket).expect(200);
        assertThat(shown.text("technician.id")).isEqualTo(supervisor.accountId());
        var events = desk.manager
                .after(told)
                .get(TICKETS + "/" + ticket + "/history")
                .expect(200)
                .each("items", "event");
        assertThat(events)
                .contains("SlaBreached", "SupervisorAssigned")
                .filteredOn("SlaThresholdReached"::equals)
                .hasSize(2);
    }

    @Test
    void are_told_to_the_technician_who_keeps_a_ticket_that_came_after_the_breach() {
        var supervisor = Somebody.hired(desk.admin, "DISPATCHER");
        var technician = Somebody.hired(desk.admin, "TECHNICIAN");
        var customer = customer();
        publish(
                customer,
                List.of(step(100, "ASSIGN", List.of("SUPERVISOR", "TECHNICIAN"))),
                supervisor.accountId(),
                null);
        var ticket = raisedAnHourAgo(customer);

        var told = desk.step(desk.dispatcher, ticket, "assign", Map.of("technicianId", technician.accountId()));

        for (var person : List.of(supervisor, technician)) {
            assertThat(mail.only(person.email()).subject()).contains("SLA breach (first response, 100 %)");
        }
        assertThat(desk.manager
                        .after(told)
                        .get(TICKETS + "/" + ticket + "/history")
                        .expect(200)
                        .each("items", "event"))
                .contains("TicketEscalated")
                .doesNotContain("SupervisorAssigned");
    }

    /** One command finds both clocks broken: whoever is named by both steps gets one mail that tells of both. */
    @Test
    void are_told_in_one_mail_when_other_terms_break_several_at_once() {
        var manager = Somebody.hired(desk.admin, "MANAGER");
        var customer = customer();
        var policy = Terms.policy(
                Map.of("customerId", customer),
                List.of(
                        Terms.target("RESPONSE", "HIGH", 600, "MINUTES", null),
                        Terms.target("RESOLUTION", "HIGH", 6000, "MINUTES", null),
                        Terms.target("RESPONSE", "URGENT", 10, "MINUTES", null),
                        Terms.target("RESOLUTION", "URGENT", 62, "MINUTES", null)));
        policy.put(
                "ladder",
                List.of(
                        step(80, "NOTIFY", List.of("MANAGER")),
                        step(100, "ESCALATE", List.of("MANAGER")),
                        Map.of(
                                "clock",
                                "RESOLUTION",
                                "percent",
                                80,
                                "action",
                                "NOTIFY",
                                "recipients",
                                List.of("MANAGER"))));
        policy.put("managerId", manager.accountId());
        desk.manager.post(Terms.POLICIES, policy).expect(201);
        var ticket = raisedAnHourAgo(customer);

        desk.step(desk.manager, ticket, "priority", Map.of("priority", "URGENT", "reason", "Whole floor"));

        assertThat(mail.only(manager.email()).subject())
                .matches("TKT\\d+: SLA breach \\(first response, 100 %\\), SLA warning \\(resolution, 80 %\\)");
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

    /** To be answered within 30 minutes: answered after ten, and reported after an hour. */
    @Test
    void stay_broken_until_a_second_person_accepts_the_late_report() {
        var customer = customer();
        publish(customer, List.of(), null, null);
        var ticket = raisedAnHourAgo(customer);
        desk.step(desk.dispatcher, ticket, "visit", Map.of());
        var inTime = Instant.now().minus(Duration.ofMinutes(50)).toString();
        var late = desk.tryStep(desk.technician, ticket, "comments", Map.of("body", "On it", "occurredAt", inTime));
        var tracking = "/api/v1/service-desk/sla-tracking/" + ticket;

        var disputed = desk.manager.after(late.expect(201)).get(tracking).expect(200);
        assertThat(disputed.text("clocks.0.verdict")).isEqualTo("MISSED");
        assertThat(disputed.flag("clocks.0.actualReportedLate")).isTrue();
        assertThat(disputed.text("clocks.0.dispute.state")).isEqualTo("PENDING");
        assertThat(disputed.text("clocks.0.dispute.reportedBy")).isEqualTo(Desk.accountOf(desk.technician));
        var decision = Map.of("clock", "RESPONSE", "cycle", 1, "accept", true, "reason", "I saw the letter");
        desk.tryStep(desk.technician, ticket, "sla/dispute", decision).expect(403, "NOT_ALLOWED");
        desk.tryStep(desk.dispatcher, ticket, "sla/dispute", decision).expect(403, "NOT_ALLOWED");

        var accepted = desk.step(desk.manager, ticket, "sla/dispute", decision);
        var excused = desk.manager.after(accepted).get(tracking).expect(200);
        assertThat(excused.text("clocks.0.verdict")).isEqualTo("MET");
        assertThat(excused.text("clocks.0.dispute.state")).isEqualTo("ACCEPTED");
        var report = desk.manager
                .get("/api/v1/service-desk/sla-reports/compliance?customer=" + customer)
                .expect(200);
        assertThat(report.number("total.clocks.0.excused")).isEqualTo(1);
        assertThat(report.number("total.clocks.0.rate.missed")).isZero();
        var history = desk.manager.get(TICKETS + "/" + ticket + "/history").expect(200);
        assertThat(history.each("items", "event")).contains("SlaBreached", "SlaBreachDisputed", "SlaDisputeDecided");
        assertThat(history.flag("items." + history.each("items", "event").indexOf("CommentAdded") + ".reportedLate"))
                .isTrue();
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
