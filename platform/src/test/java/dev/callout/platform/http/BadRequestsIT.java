package dev.callout.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.platform.Caller;
import dev.callout.platform.OnRealPort;
import dev.callout.platform.identity.SignedInCaller;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealPort
class BadRequestsIT {

    private static final String PROBE = "/api/v1/probe";

    private @Autowired ProbeController probe;
    private @Autowired SignedInCaller signIn;
    private @Autowired JdbcClient database;
    private @LocalServerPort int port;
    private Caller caller;
    private int changesBefore;

    @BeforeEach
    void signIn() {
        caller = signIn.asDispatcher(port);
        changesBefore = probe.changes.get();
    }

    @AfterEach
    void nothing_was_stored() {
        assertThat(probe.changes).hasValue(changesBefore);
    }

    @ParameterizedTest // A08
    @ValueSource(strings = {"role", "customerId", "ownerId", "status", "price", "slaPaused", "id", "version"})
    void names_a_field_that_is_not_known(String field) {
        var answer = caller.post(PROBE, "{\"title\":\"a\",\"count\":1,\"" + field + "\":\"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
        assertThat(answer.text()).doesNotContain("dev.callout", "java.", "tools.jackson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/probe/%zz", "/api/v1/%", "/api/v1/probe/%c0%ae", "/api/v1/pro\\be"})
    void an_address_that_cannot_be_read_is_a_problem_like_any_other(String path) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"code\":\"BAD_REQUEST\"")
                    .doesNotContain("<html", "Tomcat");
        }
    }

    @Test
    void names_the_fields_that_are_not_valid() {
        var answer = caller.post(PROBE, "{\"title\":\" \",\"count\":1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("title");
        assertThat(answer.json().path("errors").get(0).path("code").asString()).isEqualTo("NOT_BLANK");
    }

    @ParameterizedTest // A49
    @ValueSource(strings = {"99999999999", "-2147483649", "9223372036854775808"})
    void names_the_field_that_a_number_is_too_large_for(String number) {
        var answer = caller.post(PROBE, "{\"title\":\"a\",\"count\":" + number + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
        var error = answer.json().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("count");
        assertThat(error.path("code").asString()).isEqualTo("OUT_OF_RANGE");
        assertThat(error.path("message").asString()).contains("too large");
    }

    @ParameterizedTest // A49
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\":\"a\",\"title\":\"b\"}|MALFORMED_JSON",
                "{\"title\":\"a\",\"count\":1} extra|MALFORMED_JSON",
                "{\"title\":\"a\",\"count\":1e999999999}|VALIDATION_FAILED",
                "{\"title\":\"a\",\"count\":NaN}|MALFORMED_JSON",
                "{\"title\":\"a\\u0000\",\"count\":1}|VALIDATION_FAILED",
                "{\"title\":\"\\ud800\",\"count\":1}|VALIDATION_FAILED",
                "\uFEFF{\"title\":\"a\",\"count\":1}|MALFORMED_JSON",
                "{\"title\":|MALFORMED_JSON",
                "{\"title\":\"a\",\"count\":1,\"@class\":\"java.lang.Runtime\"}|UNKNOWN_FIELD",
                "``|MALFORMED_JSON",
                "null|MALFORMED_JSON"
            })
    void refuses_bodies_that_are_no_good_json(String body, String code) {
        var answer = caller.post(PROBE, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%FF", "%ED%A0%80", "%5C", "a%2Fb", "%2e%2e%2f%2e%2e%2f"})
    void an_address_that_is_no_text_is_a_problem_too(String part) {
        var answer = caller.get(PROBE + "/" + part);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("BAD_REQUEST");
    }

    @Test // A49
    void refuses_nesting_and_masses_of_fields_quickly() {
        var deep = "{\"title\":" + "[".repeat(10_000);
        var fields = new StringBuilder("{");
        for (var i = 0; i < 50_000; i++) {
            fields.append("\"f").append(i).append("\":1,");
        }
        var start = System.nanoTime();
        assertThat(caller.post(PROBE, deep).status()).isEqualTo(400);
        assertThat(caller.post(PROBE, fields + "\"x\":1}").status()).isEqualTo(400);
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test // A49
    void refuses_a_body_of_over_1_MB_that_comes_in_chunks() {
        var huge = ("{\"title\":\"a\"," + " ".repeat(1_500_000) + "}").getBytes(StandardCharsets.UTF_8);
        var json = caller.with("Content-Type", "application/json");

        var chunked = json.send("POST", PROBE, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)));
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test // A49
    void refuses_20_MB_before_they_are_sent() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var head = "POST " + PROBE + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 20000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest // A50
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-java-serialized-object",
                "nonsense",
                "*/*",
                "application/*",
                "application/*+json"
            })
    void refuses_another_type_of_body(String type) {
        var answer = caller.with("Content-Type", type)
                .send("POST", PROBE, BodyPublishers.ofString("{\"title\":\"a\",\"count\":1}"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test // A50
    void refuses_a_body_without_a_type() {
        var answer = caller.send("POST", PROBE, BodyPublishers.ofString("{\"title\":\"a\",\"count\":1}"));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test // A50
    void refuses_to_answer_in_html_before_anything_is_done() {
        var html = caller.with("Accept", "text/html");

        var write = html.post(PROBE, "{\"title\":\"a\",\"count\":1}");
        assertThat(write.status()).isEqualTo(406);
        assertThat(write.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(html.get(PROBE + "?size=1").status()).isEqualTo(406);
    }

    @ParameterizedTest // A50
    @ValueSource(strings = {"DELETE", "PATCH", "TRACE", "BREW"})
    void names_the_methods_that_an_address_takes(String method) {
        var answer = caller.send(method, PROBE, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isNotBlank();
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest // A48
    @ValueSource(strings = {"1000000", "x", "1;select pg_sleep(5)", ""})
    void refuses_parameters_that_do_not_fit(String size) {
        var answer = caller.get(PROBE + "?size=" + size.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("size");
    }

    @Test
    void knows_no_such_address() {
        var answer = caller.get("/api/v1/nothing-here");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_FOUND");
        assertThat(answer.json().path("instance").asString()).isEqualTo("/api/v1/nothing-here");
    }

    @Test
    void refuses_an_address_that_climbs() {
        var answer = caller.get("/api/v1/%2e%2e/%2e%2e/etc/passwd");

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.text()).doesNotContain("Exception");
    }

    @Test
    void words_a_refusal_that_comes_later() {
        var answer = caller.with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get(PROBE + "/refused");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("TICKET_CLOSED");
        assertThat(answer.json().path("detail").asString()).isEqualTo("Reopen it first.");
        assertThat(answer.json().path("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void keeps_an_accident_to_itself() {
        var answer = caller.with("traceparent", "00-00000000000000000000000000000000-b7ad6b7169203331-01")
                .get(PROBE + "/accident/hunter2");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(answer.json().path("detail").asString()).startsWith("Incident ");
        assertThat(answer.json().path("traceId").asString())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("0".repeat(32));
        assertThat(answer.text()).doesNotContain("select", "IllegalState", "hunter2 ");
    }

    @Test
    void keeps_an_accident_before_any_controller_to_itself() {
        database.sql("alter table sign_in rename to sign_in_gone").update();
        try {
            var answer = new Caller(port).bearer("nobody knows this one").get(PROBE + "?size=1");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
            assertThat(answer.json().path("instance").asString()).isEqualTo(PROBE);
            assertThat(answer.text()).doesNotContain("sign_in", "SQL");
        } finally {
            database.sql("alter table sign_in_gone rename to sign_in").update();
        }
    }

    @Test
    void says_that_the_store_is_away_and_when_to_come_back() {
        var answer = caller.get(PROBE + "/away");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.code()).isEqualTo("STORE_UNAVAILABLE");
    }

    @ParameterizedTest // A40
    @ValueSource(strings = {"https://evil.test", "null", "http://127.0.0.1.evil.test"})
    void lets_no_other_site_read(String origin) {
        var answer = caller.with("Origin", origin).get(PROBE + "?size=1");

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test // A47
    void says_how_much_is_left() {
        var answer = caller.get(PROBE + "?size=1");

        assertThat(answer.header("RateLimit")).matches("\"default\";r=\\d+;t=\\d+");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=1000;w=10");
    }
}
