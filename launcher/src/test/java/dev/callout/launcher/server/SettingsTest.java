package dev.callout.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.launcher.CannotRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void listens_on_this_machine_only_unless_told_otherwise() {
        assertThat(Settings.from(Map.of()).loopbackOnly()).isTrue();
        assertThat(Settings.from(Map.of("CALLOUT_BIND", "0.0.0.0")).loopbackOnly())
                .isFalse();
    }

    @Test
    void has_its_own_port_and_folder() {
        var settings = Settings.from(Map.of("CALLOUT_PORT", "9090", "CALLOUT_DATA", "/srv/callout"));
        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/srv/callout"));
    }

    @Test
    void wants_a_port_that_can_be() {
        assertThatThrownBy(() -> Settings.from(Map.of("CALLOUT_PORT", "65536"))).hasMessageContaining("CALLOUT_PORT");
        assertThatThrownBy(() -> Settings.from(Map.of("CALLOUT_PORT", "-1"))).hasMessageContaining("CALLOUT_PORT");
    }

    @Test
    void are_refused_when_they_are_no_number_and_no_answer() {
        refuses("CALLOUT_CONNECTIONS", "lots");
        refuses("CALLOUT_CONNECTIONS", "0");
        refuses("CALLOUT_COMMANDS_IN_FLIGHT", "-5");
        refuses("CALLOUT_BEHIND_PROXY", "yes");
        refuses("CALLOUT_DATABASE_ALLOW_UNSAFE", "1");
        refuses("CALLOUT_LOG", "xml");
        refuses("CALLOUT_AXON_SERVER", "axon:eight");
        refuses("CALLOUT_DB_URL", "jdbc:postgresql://db:many/callout");
        assertThat(Settings.from(Map.of("CALLOUT_BEHIND_PROXY", "true", "CALLOUT_CONNECTIONS", " 16 "))
                        .behindProxy())
                .isTrue();
    }

    private static void refuses(String name, String value) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @Test
    void uses_an_existing_database_when_one_is_named() {
        assertThat(Settings.from(Map.of()).existingDatabase()).isEmpty();
        var named = Map.of("CALLOUT_DB_URL", "jdbc:postgresql://db/callout", "CALLOUT_DB_PASSWORD", "secret");
        assertThat(Settings.from(named).existingDatabase()).hasValueSatisfying(existing -> {
            assertThat(existing.database().user()).isEqualTo("callout");
            assertThat(existing).asString().doesNotContain("secret");
        });
    }

    @Test
    void wants_a_database_address_that_can_be() {
        assertThatThrownBy(() -> Settings.from(Map.of("CALLOUT_DB_URL", "mysql://db")))
                .hasMessageContaining("jdbc:postgresql://");
    }
}
