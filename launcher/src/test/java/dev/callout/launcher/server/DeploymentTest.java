package dev.callout.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.launcher.CannotRun;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentTest {

    @Test
    void is_everything_in_one_process_unless_told_otherwise() {
        var deployment = Deployment.from(Map.of());
        assertThat(deployment).isEqualTo(Deployment.IN_ONE_PROCESS);
        assertThat(deployment.properties())
                .contains("--callout.role=all", "--callout.event-store=postgres", "--axon.axonserver.enabled=false");
    }

    @Test
    void tells_the_framework_of_axon_server() {
        var deployment = Deployment.from(Map.of(
                "CALLOUT_ROLE", "query", "CALLOUT_EVENT_STORE", "axon-server", "CALLOUT_AXON_SERVER", "events:8124"));
        assertThat(deployment.properties())
                .contains(
                        "--callout.role=query",
                        "--axon.axonserver.enabled=true",
                        "--axon.axonserver.servers=events:8124",
                        "--db-scheduler.enabled=false");
        assertThat(deployment.isOneOfSeveral()).isTrue();
        assertThat(deployment.takesOrders()).isFalse();
    }

    @Test
    void waits_for_no_axon_server_whose_name_has_no_address() {
        var mistyped = Map.of("CALLOUT_EVENT_STORE", "axon-server", "CALLOUT_AXON_SERVER", "axon.invalid:8124");
        assertThatThrownBy(() -> Deployment.from(mistyped).requireHosts())
                .isInstanceOf(CannotRun.class)
                .hasMessage("No host that CALLOUT_AXON_SERVER names has an address: axon.invalid:8124.");
        var oneOfTwo =
                Map.of("CALLOUT_EVENT_STORE", "axon-server", "CALLOUT_AXON_SERVER", "axon.invalid:8124, localhost");
        assertThatCode(() -> Deployment.from(oneOfTwo).requireHosts()).doesNotThrowAnyException();
        assertThatCode(() -> Deployment.IN_ONE_PROCESS.requireHosts()).doesNotThrowAnyException();
    }

    @Test
    void names_the_choices_when_it_understands_none() {
        assertThatThrownBy(() -> Deployment.from(Map.of("CALLOUT_ROLE", "reader")))
                .isInstanceOf(CannotRun.class)
                .hasMessage("CALLOUT_ROLE must be one of all, command, query, not \"reader\".");
        assertThatThrownBy(() -> Deployment.from(Map.of("CALLOUT_EVENT_STORE", "AXON_SERVER")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("postgres, axon-server");
    }
}
