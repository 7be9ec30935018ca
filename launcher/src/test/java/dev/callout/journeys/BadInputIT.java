package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A08, A25, A48 to A50, A52: bad input gets a clear problem document in a moment, and nothing is stored. */
@ExtendWith(RunningCallout.class)
class BadInputIT {

    static final List<Attacks.Attack> ATTACKS = Attacks.all();

    private final Desk desk;
    private final Stored stored;

    BadInputIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void stores_nothing(Attacks.Attack attack) {
        var request = attack.prepare().apply(desk);
        var answer = stored.nothingBy(request);
        answer.expect(attack.status());
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        for (var field : List.of("type", "title", "status", "instance", "code", "traceId")) {
            assertThat(answer.text(field)).as(field).isNotBlank();
        }
        assertThat(answer.text()).doesNotContain("Exception", "dev.callout", "org.", "SELECT", "\tat ");
        if (attack.code() != null) {
            assertThat(answer.text("code")).as(answer.text()).isEqualTo(attack.code());
        }
        if (answer.text("code").equals("VALIDATION_FAILED")) {
            assertThat(answer.text("errors.0.field"))
                    .as("empty: the body as a whole")
                    .isNotNull();
            assertThat(answer.text("errors.0.code")).isNotBlank();
            assertThat(answer.text("errors.0.message")).isNotBlank();
        }
    }

    @Test
    void takes_no_id_of_another_kind_of_thing() {
        var ticket = "/api/v1/customers/" + desk.created();
        stored.nothingBy(() -> desk.manager.put(ticket + "/plan", Map.of("plan", "Premium")))
                .expect(404, "NOT_FOUND");
        stored.nothingBy(() -> desk.manager.put(ticket + "/sla-policy", Map.of("policyId", "SLA-standard")))
                .expect(404, "NOT_FOUND");
    }

    static final List<String> STRANGE_READS = List.of(
            "sort=title%20desc",
            "sort=(select%201)",
            "sort=-raisedAt,(select%20pg_sleep(5))",
            "sort=password",
            "status='%20OR%201=1--",
            "priority=1",
            "channel=FAX",
            "ageMoreThan=2026-01-01'%7C%7C",
            "ageMoreThan=-1",
            "count=maybe",
            "unassigned=1",
            "pageSize=-1",
            "pageSize=0",
            "pageSize=x",
            "after=abc",
            "after=eyJhIjoxfQ",
            "colour=blue",
            "page=-1");

    @ParameterizedTest
    @FieldSource("STRANGE_READS")
    void refuses_filters_nobody_allowed(String query) {
        var answer = quickly(() -> desk.manager.get(TICKETS + "?" + query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text("code")).isIn("INVALID_FILTER", "INVALID_CURSOR", "VALIDATION_FAILED");
    }

    static final List<String> HARMLESS_READS = List.of(
            "text=%27%20OR%201=1--",
            "text=1;select%20pg_sleep(5)",
            "text=%25",
            "text=_",
            "text=%26%20%7C%20!%20(%20:*",
            "customer=%27%20OR%201=1--",
            "assignee=%27%7C%7Cpg_sleep(5)%7C%7C%27",
            "team=%25",
            "category=%27");

    @ParameterizedTest
    @FieldSource("HARMLESS_READS")
    void finds_nothing_by_tricks(String query) {
        var answer = quickly(() -> desk.manager.get(TICKETS + "?" + query));
        assertThat(answer.expect(200).at("items")).as(query).isEmpty();
    }

    @Test
    void searches_for_many_and_for_empty_words_in_a_moment() {
        quickly(() -> desk.manager.get(TICKETS + "?text=" + "printer%20".repeat(500)));
        quickly(() -> desk.manager.get(TICKETS + "?text=the%20a%20of"));
        quickly(() -> desk.manager.get(TICKETS + "?text=%20"));
    }

    private Answer quickly(Supplier<Answer> request) {
        var begun = System.nanoTime();
        var answer = stored.nothingBy(request);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(answer.status()).isLessThan(500);
        return answer;
    }

    @Test
    void caps_pages_and_keeps_cursors_to_their_owner() {
        var most = desk.manager.get(TICKETS + "?pageSize=1000000");
        assertThat(most.status() == 400 || most.at("items").size() <= 200)
                .as(most.text())
                .isTrue();
        var next = desk.manager.get(TICKETS + "?pageSize=1").expect(200).text("next");
        desk.manager.get(TICKETS + "?pageSize=1&after=" + next).expect(200);
        desk.dispatcher.get(TICKETS + "?pageSize=1&after=" + next).expect(400, "INVALID_CURSOR");
        desk.acmeUser.get(TICKETS + "?pageSize=1&after=" + next).expect(400, "INVALID_CURSOR");
        desk.manager.get(TICKETS + "?pageSize=1&sort=number&after=" + next).expect(400, "INVALID_CURSOR");
        var tampered = (next.charAt(5) == 'A' ? "B" : "A") + next.substring(1);
        desk.manager.get(TICKETS + "?pageSize=1&after=" + tampered).expect(400, "INVALID_CURSOR");
    }

    @Test
    void knows_which_methods_an_address_takes() {
        for (var method : List.of("PATCH", "DELETE", "BREW")) {
            var answer = stored.nothingBy(() -> desk.manager.send(method, TICKETS, BodyPublishers.noBody()));
            answer.expect(405, "METHOD_NOT_ALLOWED");
            assertThat(answer.header("Allow")).contains("GET", "POST");
        }
        assertThat(desk.manager.send("TRACE", TICKETS, BodyPublishers.noBody()).status())
                .isEqualTo(405);
        desk.manager.with("Accept", "text/html").get(TICKETS).expect(406);
        desk.manager.get("/api/v1/no-such-thing").expect(404, "NOT_FOUND");
    }

    /** A47, by somebody whom no other test needs. */
    @Test
    void slows_down_who_asks_too_often_and_nobody_else() {
        var hasty = desk.nobody.as("grace.lin");
        var refused = stored.nothingBy(() -> IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(again -> hasty.get("/api/v1/auth/me"))
                .filter(answer -> answer.status() != 200)
                .findAny()
                .orElseThrow());
        refused.expect(429, "RATE_LIMITED");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        desk.manager.get(TICKETS + "?pageSize=1").expect(200);
    }

    @Test
    void says_how_much_is_left_of_the_rate() {
        var answer = desk.manager.get(TICKETS + "?pageSize=1").expect(200);
        assertThat(answer.header("RateLimit")).matches("\"default\";r=\\d+;t=\\d+");
        assertThat(answer.header("RateLimit-Policy")).isNotBlank();
    }

    @Test
    void takes_text_as_text() {
        for (var text : List.of(
                "<script>alert(1)</script>", "${7*7}", "{{7*7}}", "[[${7*7}]]", "'; DROP TABLE x;--", "\uD83D\uDE00")) {
            var raised =
                    desk.acmeUser.post(TICKETS, Desk.problem("title", text)).expect(201);
            assertThat(desk.read(desk.manager, raised.id(), raised).text("title"))
                    .isEqualTo(text);
        }
    }
}
