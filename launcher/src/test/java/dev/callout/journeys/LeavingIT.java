package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody leaves, and their open work waits for somebody else. */
@ExtendWith(RunningCallout.class)
class LeavingIT {

    private static final String ACCOUNTS = "/api/v1/accounts/";
    private static final String TEAMS = "/api/v1/teams";

    private final RunningCallout callout;
    private final Desk desk;
    private final Caller officer;
    private final String username = "leaver-" + UUID.randomUUID().toString().substring(0, 8);

    private String leaver;

    LeavingIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        officer = desk.nobody.as("privacy");
    }

    @BeforeEach
    void a_technician() {
        leaver = account("TECHNICIAN", username);
    }

    @Test
    void who_is_deactivated_hands_open_work_back_and_dispatch_hears_of_it() {
        var dispatcher = account("DISPATCHER", username + ".dispatch");
        desk.admin
                .post(ACCOUNTS + dispatcher + "/email", Map.of("email", username + "@desk.example"))
                .expect(204);
        var inProgress = given("accept", "start");
        var assigned = given();
        var resolved = given("accept", "start");
        desk.step(desk.nobody.as(username), resolved, "resolve", Map.of("workDone", "Cleaned it"));

        desk.admin
                .post(ACCOUNTS + leaver + "/deactivate", Map.of("reason", "Left"))
                .expect(204);

        for (var ticket : List.of(inProgress, assigned)) {
            isInTheQueue(ticket, "CREATED");
            historySays(ticket, "can no longer sign in");
        }
        assertThat(desk.dispatcher.get(Desk.TICKETS + "/" + resolved).text("status"))
                .isEqualTo("RESOLVED");
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(mailsTo(dispatcher)).isPositive());

        desk.step(desk.acmeUser, resolved, "reopen", Map.of("reason", "Dead again"));
        isInTheQueue(resolved, "REOPENED");
        takesNothing(inProgress);
    }

    @Test
    void who_is_demoted_hands_open_work_back() {
        var ticket = given("accept");

        desk.admin
                .post(ACCOUNTS + leaver + "/role", Map.of("role", "DISPATCHER"))
                .expect(204);

        isInTheQueue(ticket, "CREATED");
        historySays(ticket, "has another role now");
        takesNothing(ticket);
    }

    @Test
    void who_is_erased_hands_open_work_back() {
        var ticket = given("accept", "start");

        officer.post("/api/v1/privacy/erasures", Map.of("personId", leaver, "ground", "REQUESTED_BY_PERSON"))
                .expect(201);

        isInTheQueue(ticket, "CREATED");
        historySays(ticket, "was erased");
        takesNothing(ticket);
    }

    @Test
    void a_team_keeps_the_work_until_nobody_in_it_can_work() {
        var team = desk.admin.post(TEAMS, Map.of("name", username)).expect(201).id();
        var empty = desk.created();
        desk.tryStep(desk.dispatcher, empty, "assign", Map.of("teamId", team)).expect(409, "TEAM_EMPTY");
        desk.tryStep(desk.dispatcher, empty, "escalate", Map.of("toTeamId", team, "reason", "Help"))
                .expect(409, "TEAM_EMPTY");
        desk.admin
                .post(TEAMS + "/" + team + "/members", Map.of("accountId", leaver))
                .expect(204);
        var ofTheTeam = desk.created();
        desk.step(desk.dispatcher, ofTheTeam, "assign", Map.of("teamId", team));

        desk.admin
                .post(ACCOUNTS + leaver + "/deactivate", Map.of("reason", "Left"))
                .expect(204);

        isInTheQueue(ofTheTeam, "CREATED");
        historySays(ofTheTeam, "has no active technician");
    }

    private String account(String role, String name) {
        return desk.admin
                .post(
                        "/api/v1/accounts",
                        Map.of(
                                "username",
                                name,
                                "displayName",
                                name,
                                "role",
                                role,
                                "password",
                                RunningCallout.PASSWORD))
                .expect(201)
                .id();
    }

    private String given(String... steps) {
        var ticket = desk.created();
        desk.step(desk.dispatcher, ticket, "assign", Map.of("technicianId", leaver));
        for (var step : steps) {
            desk.step(desk.nobody.as(username), ticket, step, Map.of());
        }
        return ticket;
    }

    private void isInTheQueue(String ticket, String status) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var read = desk.dispatcher.get(Desk.TICKETS + "/" + ticket).expect(200);
            assertThat(read.text("status")).isEqualTo(status);
            assertThat(read.at("technician").size()).isZero();
            assertThat(read.at("team").size()).isZero();
        });
    }

    private void takesNothing(String ticket) {
        var stored = new Stored(callout);
        stored.nothingBy(() -> desk.tryStep(desk.dispatcher, ticket, "assign", Map.of("technicianId", leaver)))
                .expect(422, "REFERENCE_NOT_FOUND");
        stored.nothingBy(() -> desk.dispatcher.post(
                        Desk.TICKETS + "/bulk",
                        Map.of(
                                "operation",
                                "ASSIGN",
                                "technicianId",
                                leaver,
                                "tickets",
                                List.of(Map.of("id", ticket)))))
                .expect(422, "REFERENCE_NOT_FOUND");
    }

    private void historySays(String ticket, String why) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(desk.dispatcher
                                .get(Desk.TICKETS + "/" + ticket + "/history")
                                .expect(200)
                                .text())
                        .contains("returned the ticket to the queue", why));
    }

    private long mailsTo(String account) {
        return Inside.database(callout)
                .sql("SELECT count(*) FROM mail WHERE template = 'work-returned' AND person_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }
}
