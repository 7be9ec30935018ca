package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Stored;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways around that somebody found once, and that stay closed. */
@ExtendWith(RunningCallout.class)
class LoopholesIT {

    private final RunningCallout callout;
    private final Desk desk;
    private final People people;
    private final Stored stored;

    LoopholesIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        people = new People(callout);
        stored = new Stored(callout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%ED%A0%80", "a%00b"})
    void a_parameter_that_is_no_text_is_refused_and_not_written_into_the_log(String value) throws Exception {
        var secret = "SECRET" + UUID.randomUUID();
        for (var path : List.of(
                "/sign-in?x=", "/set-password?token=", "/api/v1/customers?text=", "/api/v1/audit/events?actor=")) {
            assertThat(send(HttpRequest.newBuilder(address(path + secret + value))))
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(send(HttpRequest.newBuilder(address("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=manager&password=" + secret + value))))
                .isEqualTo(400);
        assertThat(Files.readString(callout.dataFolder().resolve("logs/callout.log")))
                .doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/audit/events?recordedFrom=%2B294277-01-01T00:00:00Z",
                Desk.TICKETS + "?ageMoreThan=P300000000D",
                Desk.TICKETS + "?ageMoreThan=P-3D",
                Desk.TICKETS + "?ageMoreThan=PT9223372036854775807S"
            })
    void times_beyond_all_measure_are_no_filter(String path) {
        desk.admin.get(path).expect(400, "INVALID_FILTER");
    }

    @Test
    void a_check_against_nothing_is_refused() {
        stored.nothingBy(() -> desk.admin.json("POST", "/api/v1/audit/verification", "{\"checkpoints\":[null]}"))
                .expect(400, "VALIDATION_FAILED");
    }

    @Test
    void a_token_alone_does_not_change_the_own_password() {
        var person = people.staff("SUPPORT");
        var program = people.with(people.signIn(person.username(), RunningCallout.PASSWORD));
        var own = People.ACCOUNTS + "/" + person.id() + "/password";

        stored.nothingBy(() -> program.post(own, Map.of("password", "mine from now on")))
                .expect(400, "VALIDATION_FAILED");
        stored.nothingBy(() -> program.post(own, Map.of("password", "mine from now on", "current", "a guess")))
                .expect(400, "VALIDATION_FAILED");
        people.signIn(person.username(), RunningCallout.PASSWORD).expect(200);

        program.post(own, Map.of("password", "mine from now on", "current", RunningCallout.PASSWORD))
                .expect(204);
        people.signIn(person.username(), "mine from now on").expect(200);
    }

    @Test
    void whoever_may_not_open_accounts_learns_nothing_by_trying() {
        var taken = people.staff("SUPPORT");
        for (var person : List.of(desk.nobody.as("guest"), desk.consumer, desk.technician)) {
            var refused = account(taken.username(), null);
            stored.nothingBy(() -> person.post(People.ACCOUNTS, refused)).expect(403, "NOT_ALLOWED");
        }
        for (var customer : List.of("CUS-nobody", Desk.customerOf(desk.consumer))) {
            var foreign = account("p-" + UUID.randomUUID(), customer);
            stored.nothingBy(() -> desk.acmeAdmin.post(People.ACCOUNTS, foreign))
                    .expect(404, "NOT_FOUND");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"second factor of %s", "%s\u0130"})
    void a_name_that_nobody_can_have_counts_against_nobody(String name) {
        var person = people.staff("SUPPORT");
        for (var guess = 0; guess < 8; guess++) {
            people.signIn(name.formatted(person.id()), "a guess").expect(401);
        }
        people.signIn(person.username(), RunningCallout.PASSWORD).expect(200);
    }

    private static Map<String, Object> account(String username, String customerId) {
        var body = new HashMap<String, Object>(People.body(username, "CUSTOMER_USER"));
        body.put("customerId", customerId);
        body.values().removeIf(value -> value == null);
        return body;
    }

    private URI address(String path) {
        return URI.create(callout.url() + path);
    }

    private static int send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
