package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T-01, T-08 to T-11, T-16, ST-01 to ST-16: the way of the work, as staff and customer see it at every step. */
@ExtendWith(RunningCallout.class)
class WayOfWorkIT {

    private final Desk desk;

    WayOfWorkIT(RunningCallout callout) {
        desk = new Desk(callout);
    }

    @Test
    void leads_from_the_first_call_to_closed() {
        var raised = desk.raise(desk.acmeUser);
        var ticket = raised.id();
        shows(ticket, raised, "CREATED", "SUBMITTED", "");
        var technician = Map.of("technicianId", Desk.accountOf(desk.technician));
        shows(ticket, desk.step(desk.dispatcher, ticket, "assign", technician), "ASSIGNED", "ASSIGNED", "");
        desk.step(desk.technician, ticket, "accept", Map.of());
        shows(ticket, desk.step(desk.technician, ticket, "start", Map.of()), "IN_PROGRESS", "IN_PROGRESS", "");
        var question = Map.of("waitingFor", "CUSTOMER", "reason", "Which floor?");
        shows(
                ticket,
                desk.step(desk.technician, ticket, "pend", question),
                "PENDING_CUSTOMER",
                "IN_PROGRESS",
                "waiting for you");
        desk.step(desk.technician, ticket, "resume", Map.of());
        var part = Map.of("waitingFor", "PARTS", "reason", "Fuser");
        shows(
                ticket,
                desk.step(desk.technician, ticket, "pend", part),
                "PENDING_PARTS",
                "IN_PROGRESS",
                "waiting for parts");
        desk.step(desk.technician, ticket, "resume", Map.of());
        var done = Map.of("workDone", "New fuser");
        shows(ticket, desk.step(desk.technician, ticket, "resolve", done), "RESOLVED", "COMPLETED", "");
        var unhappy = Map.of("reason", "Silent again");
        shows(ticket, desk.step(desk.acmeUser, ticket, "reopen", unhappy), "REOPENED", "ASSIGNED", "");
        desk.step(desk.dispatcher, ticket, "assign", technician);
        desk.step(desk.technician, ticket, "accept", Map.of());
        desk.step(desk.technician, ticket, "start", Map.of());
        desk.step(desk.technician, ticket, "resolve", done);
        shows(ticket, desk.step(desk.acmeUser, ticket, "confirm", Map.of()), "CLOSED", "CLOSED", "");
    }

    private void shows(String ticket, Answer after, String toStaff, String toCustomer, String subLine) {
        var staff = desk.read(desk.dispatcher, ticket, after);
        assertThat(staff.text("status")).isEqualTo(toStaff);
        assertThat(staff.text("clientStatus")).isEqualTo(toCustomer);
        var customer = desk.read(desk.acmeUser, ticket, after);
        assertThat(customer.text("status")).isEqualTo(toCustomer);
        assertThat(customer.text("subLine")).isEqualTo(subLine);
    }

    @Test
    void skips_no_step() {
        var created = desk.created();
        desk.tryStep(desk.technician, created, "accept", Map.of()).expect(409, "STEP_NOT_POSSIBLE");
        desk.tryStep(desk.acmeUser, created, "confirm", Map.of()).expect(409, "TICKET_NOT_RESOLVED");
        var assigned = desk.assigned();
        desk.tryStep(desk.technician, assigned, "start", Map.of()).expect(409, "TICKET_NOT_ACCEPTED");
        desk.tryStep(desk.technician, assigned, "resolve", Map.of("workDone", "Nothing"))
                .expect(409, "STEP_NOT_POSSIBLE");
        var closed = desk.closed();
        desk.tryStep(desk.technician, closed, "start", Map.of()).expect(409, "TICKET_CLOSED");
    }

    @Test
    void is_only_for_whoever_has_the_ticket() {
        var ticket = desk.inProgress();
        var other = desk.nobody.as("ana.costa");
        desk.tryStep(other, ticket, "resolve", Map.of("workDone", "Not me")).expect(403, "NOT_ASSIGNED_TO_YOU");
    }

    @Test
    void lets_a_member_of_the_team_take_what_the_team_was_given() {
        var teams = desk.manager.get("/api/v1/teams").expect(200);
        var north =
                teams.each("items", "teamId").get(teams.each("items", "name").indexOf("Field Team North"));
        var ticket = desk.created();
        desk.step(desk.dispatcher, ticket, "assign", Map.of("teamId", north));
        desk.tryStep(desk.nobody.as("emil.haas"), ticket, "accept", Map.of()).expect(403, "NOT_ASSIGNED_TO_YOU");
        var accepted = desk.step(desk.nobody.as("ana.costa"), ticket, "accept", Map.of());
        var shown = desk.read(desk.manager, ticket, accepted);
        assertThat(shown.text("technician.name")).isEqualTo("Ana Costa");
        assertThat(shown.text("team.name")).isEqualTo("Field Team North");
        assertThat(shown.flag("accepted")).isTrue();
    }

    @Test
    void remembers_who_had_the_ticket_before() {
        var ticket = desk.assigned();
        var ana = Desk.accountOf(desk.nobody.as("ana.costa"));
        var moved =
                desk.step(desk.manager, ticket, "assign", Map.of("technicianId", ana, "reason", "Theo is on holiday"));
        var shown = desk.read(desk.manager, ticket, moved);
        assertThat(shown.text("technician.name")).isEqualTo("Ana Costa");
        assertThat(shown.each("assignments", "technician.name")).containsExactly("Theo Brandt", "Ana Costa");
        assertThat(shown.text("assignments.1.reason")).isEqualTo("Theo is on holiday");
        assertThat(shown.text("assignments.0.until")).isEqualTo(shown.text("assignments.1.from"));
    }

    @Test
    void counts_the_first_public_word_of_a_person_as_response() {
        var ticket = desk.inProgress();
        desk.tryStep(desk.technician, ticket, "notes", Map.of("body", "Old device"))
                .expect(201);
        var unanswered = desk.tryStep(desk.acmeUser, ticket, "comments", Map.of("body", "Anybody there?"));
        assertThat(desk.read(desk.manager, ticket, unanswered.expect(201)).text("firstResponseAt"))
                .as("neither a note nor the customer's own word is an answer")
                .isNull();
        var answered = desk.tryStep(desk.technician, ticket, "comments", Map.of("body", "On my way"))
                .expect(201);
        var shown = desk.read(desk.manager, ticket, answered);
        var took =
                Duration.between(Instant.parse(shown.text("raisedAt")), Instant.parse(shown.text("firstResponseAt")));
        assertThat(Duration.parse(shown.text("responseTime"))).isEqualTo(took);
        var resolved = desk.step(desk.technician, ticket, "resolve", Map.of("workDone", "Done"));
        shown = desk.read(desk.manager, ticket, resolved);
        assertThat(Duration.parse(shown.text("resolutionTime")))
                .isEqualTo(Duration.between(
                        Instant.parse(shown.text("raisedAt")), Instant.parse(shown.text("resolvedAt"))));
    }

    @Test
    void goes_on_when_the_customer_answers_but_not_when_parts_are_missing() {
        var asked = desk.inProgress();
        desk.step(desk.technician, asked, "pend", Map.of("waitingFor", "CUSTOMER", "reason", "Which floor?"));
        var reply = desk.tryStep(desk.acmeUser, asked, "comments", Map.of("body", "The third"))
                .expect(201);
        assertThat(desk.read(desk.manager, asked, reply).text("status")).isEqualTo("IN_PROGRESS");
        var waiting = desk.inProgress();
        desk.step(desk.technician, waiting, "pend", Map.of("waitingFor", "PARTS", "reason", "Fuser"));
        reply = desk.tryStep(desk.acmeUser, waiting, "comments", Map.of("body", "When?"))
                .expect(201);
        assertThat(desk.read(desk.manager, waiting, reply).text("status")).isEqualTo("PENDING_PARTS");
    }

    @Test
    void finds_both_ways_of_waiting_under_pending() {
        var ticket = desk.inProgress();
        var pended = desk.step(desk.technician, ticket, "pend", Map.of("waitingFor", "PARTS", "reason", "Fuser"));
        var board = desk.dispatcher
                .after(pended)
                .get(TICKETS + "?status=PENDING&pageSize=200")
                .expect(200);
        assertThat(board.each("items", "status")).containsOnly("PENDING_CUSTOMER", "PENDING_PARTS");
        assertThat(board.each("items", "ticketId")).contains(ticket);
    }

    @Test
    void ends_by_a_manager_without_a_solution_and_can_begin_again() {
        var ticket = desk.inProgress();
        desk.step(desk.technician, ticket, "pend", Map.of("waitingFor", "CUSTOMER", "reason", "Which floor?"));
        var closed = desk.step(desk.manager, ticket, "close", Map.of("reason", "Campaign is over"));
        var shown = desk.read(desk.manager, ticket, closed);
        assertThat(shown.text("status")).isEqualTo("CLOSED");
        assertThat(shown.text("closure")).isEqualTo("ADMINISTRATIVE");
        assertThat(shown.text("closingNote")).isEqualTo("Campaign is over");
        assertThat(shown.text("resolvedAt")).isNull();
        var reopened = desk.step(desk.support, ticket, "reopen", Map.of("reason", "Still broken"));
        assertThat(desk.read(desk.manager, ticket, reopened).text("status")).isEqualTo("REOPENED");
    }

    @Test
    void archives_a_cancelled_ticket_at_once() {
        var ticket = desk.created();
        var cancelled = desk.step(desk.manager, ticket, "cancel", Map.of("cause", "INVALID", "note", "A test call"));
        var shown = desk.read(desk.manager, ticket, cancelled);
        assertThat(shown.text("status")).isEqualTo("CANCELLED");
        assertThat(shown.text("cancelReason")).isEqualTo("INVALID");
        assertThat(shown.flag("archived")).isTrue();
        var number = shown.text("number");
        assertThat(desk.manager.get(TICKETS + "?text=" + number).expect(200).each("items", "number"))
                .isEmpty();
        assertThat(desk.manager
                        .get(TICKETS + "?includeArchived=true&text=" + number)
                        .expect(200)
                        .each("items", "number"))
                .containsExactly(number);
    }

    @Test
    void keeps_a_call_for_help_in_the_history() {
        var ticket = desk.inProgress();
        var escalated = desk.step(
                desk.technician,
                ticket,
                "escalate",
                Map.of("toAccountId", Desk.accountOf(desk.manager), "reason", "I need a second pair of hands"));
        var shown = desk.read(desk.manager, ticket, escalated);
        assertThat(shown.text("escalations.0.toPerson.name")).isEqualTo("Maren Holt");
        assertThat(shown.text("status")).isEqualTo("IN_PROGRESS");
        var history = desk.manager
                .after(escalated)
                .get(TICKETS + "/" + ticket + "/history")
                .expect(200);
        assertThat(history.each("lines", "event")).contains("TicketEscalated");
        assertThat(history.each("lines", "sentence"))
                .contains("Theo Brandt asked Maren Holt for help: I need a second pair of hands.")
                .noneMatch(sentence -> sentence.contains("null"));
    }
}
