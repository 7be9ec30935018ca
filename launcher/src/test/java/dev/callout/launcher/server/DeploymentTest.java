package dev.callout.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
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
    void names_the_choices_when_it_understands_none() {
        assertThatThrownBy(() -> Deployment.from(Map.of("CALLOUT_ROLE", "reader")))
                .isInstanceOf(CannotRun.class)
                .hasMessage("CALLOUT_ROLE must be one of all, command, query, not \"reader\".");
        assertThatThrownBy(() -> Deployment.from(Map.of("CALLOUT_EVENT_STORE", "AXON_SERVER")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("postgres, axon-server");
    }
}
