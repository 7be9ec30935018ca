package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo that a newcomer meets first. */
@ExtendWith(RunningCallout.class)
class DemoIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "manager",
                "dispatcher",
                "technician",
                "parts",
                "quality",
                "billing",
                "support",
                "auditor",
                "privacy",
                "analyst",
                "acme-admin",
                "acme-user",
                "consumer",
                "guest"
            })
    void lets_everybody_in_that_its_welcome_names(String account, RunningCallout callout) throws Exception {
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(account, RunningCallout.PASSWORD);
        var request = HttpRequest.newBuilder(callout.url("/api/v1/auth/token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void tells_strangers_that_it_is_ready_and_nothing_else(RunningCallout callout) throws Exception {
        var readiness = send(HttpRequest.newBuilder(callout.url("/actuator/health/readiness")));
        assertThat(readiness.statusCode()).isEqualTo(200);
        assertThat(readiness.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(send(HttpRequest.newBuilder(callout.url("/actuator/env"))).statusCode())
                .isNotEqualTo(200);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
