package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Stored;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A62, A66: the ways past the front door that products of this kind leave open, tried by all but administrators. */
@ExtendWith(RunningCallout.class)
class ClosedDoorsIT {

    private final Desk desk;
    private final Stored stored;

    ClosedDoorsIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    private List<Caller> outsiders() {
        return List.of(desk.nobody, desk.acmeUser, desk.technician, desk.manager, desk.nobody.as("auditor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/loggers",
                "/actuator/configprops",
                "/actuator/mappings",
                "/actuator/httpexchanges",
                "/actuator/logfile",
                "/actuator/flyway",
                "/actuator/prometheus",
                "/actuator/shutdown",
                "/actuator/health/db",
                "/h2-console",
                "/internal",
                "/internal/events",
                "/axon",
                "/console",
                "/jolokia",
                "/backup",
                "/.git/config",
                "/.env",
                "/WEB-INF/web.xml",
                "/application.yml",
                "/data/master.key",
                "/api/v1/backup",
                "/api/v1/events",
                "/api/v1/operations/events",
                "/api/v1/audit/events/all"
            })
    void lead_nowhere(String door) {
        for (var outsider : outsiders()) {
            var answer = outsider.get(door);
            assertThat(answer.status()).as("%s: %s", door, answer.text()).isIn(302, 401, 403, 404);
            assertThat(answer.text()).doesNotContain("java.", "dev.callout", "PID", "password");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/operations/dead-letters/projection-ticket-board/retry",
                "POST /api/v1/operations/dead-letters/projection-ticket-board/discard",
                "POST /api/v1/operations/projections/projection-ticket-board/rebuild",
                "GET /api/v1/operations/projections/projection-ticket-board/digest",
                "POST /api/v1/processors/projection-ticket-board/pause",
                "POST /api/v1/processors/projection-ticket-board/split",
                "POST /api/v1/imports/servicenow/lines",
                "DELETE /api/v1/audit/events",
                "DELETE /api/v1/audit/security",
                "DELETE /api/v1/audit/checkpoints",
                "PUT /api/v1/audit/events",
                "POST /actuator/shutdown",
                "POST /actuator/loggers/ROOT"
            })
    void of_the_engine_room_and_of_the_history_open_for_nobody(String request) {
        var parts = request.split(" ");
        for (var outsider : outsiders()) {
            var answer = stored.nothingBy(() -> parts[0].equals("GET")
                    ? outsider.get(parts[1])
                    : outsider.with("Idempotency-Key", "closed-doors-" + parts[1].hashCode())
                            .json(parts[0], parts[1], "{}"));
            assertThat(answer.status()).as("%s: %s", request, answer.text()).isIn(400, 401, 403, 404, 405);
            if (answer.status() == 400) {
                assertThat(answer.text("code")).as(answer.text()).isIn("VALIDATION_FAILED", "UNKNOWN_FIELD");
            }
        }
    }
}
