package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.journeys.Caller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs Callout counts on when it starts, stops and dies. */
class StartAndStopIT {

    private static final String READINESS = "/actuator/health/readiness";
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    @Test
    void keeps_its_data_from_one_start_to_the_next_and_the_last_administrator_and_lets_the_owner_back_in()
            throws Exception {
        String password;
        try (var first = CalloutProcess.ready(folder, Map.of())) {
            password = first.shownPassword();
            assertThat(first.statusOf(READINESS)).isEqualTo(200);
            assertThat(first.signIn("admin", password)).isEqualTo(200);
            keepsItsLastAdministrator(first, password);
            var whileItRuns = newPassword("admin");
            assertThat(first.signIn("admin", password)).isEqualTo(401);
            assertThat(first.signIn("admin", whileItRuns)).isEqualTo(200);

            assertThat(first.terminate()).isLessThan(Duration.ofSeconds(20));
            assertThat(first.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(postgres()).isEmpty();
            password = whileItRuns;
        }
        var another = newPassword("owner");
        try (var second = CalloutProcess.ready(folder, Map.of())) {
            assertThat(second.output()).doesNotContain("Password");
            assertThat(second.signIn("admin", password)).isEqualTo(200);
            assertThat(second.signIn("owner", another)).isEqualTo(200);
        }
    }

    private static void keepsItsLastAdministrator(CalloutProcess product, String password) throws Exception {
        var nobody = Caller.of(product.url());
        var admin = nobody.with("Authorization", "Bearer " + nobody.signIn("admin", password));
        var accountId = admin.get("/api/v1/auth/me").text("accountId");
        var account = "/api/v1/accounts/" + accountId;
        admin.post(account + "/deactivate", Map.of("reason", "Tired")).expect(409, "LAST_ADMINISTRATOR");
        admin.post("/api/v1/privacy/erasures", Map.of("personId", accountId, "ground", "REQUESTED_BY_PERSON"))
                .expect(409, "LAST_ADMINISTRATOR");
        assertThat(admin.get("/api/v1/auth/me").expect(200).text("role")).isEqualTo("ADMIN");
    }

    /** As the owner of the machine gets it, whether or not a product runs. */
    private String newPassword(String username) throws Exception {
        try (var reset = CalloutProcess.start(folder, Map.of(), "reset-admin", username)) {
            assertThat(reset.exitCode()).as(reset.output()).isZero();
            assertThat(reset.output()).contains(username);
            return reset.shownPassword();
        }
    }

    @Test
    void takes_over_from_a_killed_one_and_its_orphaned_database() throws Exception {
        String password;
        try (var first = CalloutProcess.ready(folder, Map.of())) {
            password = first.shownPassword();
            first.kill();
        }
        assertThat(postgres()).as("PostgreSQL outlives a killed Callout").isPresent();

        try (var second = CalloutProcess.ready(folder, Map.of())) {
            assertThat(second.signIn("admin", password)).isEqualTo(200);
        }
        assertThat(postgres()).isEmpty();
    }

    @Test
    void refuses_a_folder_and_a_port_that_another_one_uses_and_does_it_no_harm() throws Exception {
        try (var first = CalloutProcess.ready(folder, Map.of())) {
            try (var sameFolder = CalloutProcess.start(folder, Map.of())) {
                assertThat(sameFolder.exitCode()).isEqualTo(1);
                assertThat(sameFolder.output())
                        .contains("Another Callout is running on " + folder + " at " + first.url())
                        .doesNotContain("Exception");
            }
            var taken = Map.of("CALLOUT_PORT", Integer.toString(first.url().getPort()));
            try (var samePort = CalloutProcess.start(folder.resolve("other"), taken)) {
                assertThat(samePort.exitCode()).isEqualTo(1);
                assertThat(samePort.output())
                        .contains("Port " + first.url().getPort())
                        .contains("CALLOUT_PORT")
                        .doesNotContain("Exception");
            }
            assertThat(first.statusOf(READINESS)).isEqualTo(200);
        }
    }

    @Test
    void runs_beside_another_one_with_its_own_port_and_folder() throws Exception {
        try (var one = CalloutProcess.ready(folder.resolve("one"), Map.of());
                var other = CalloutProcess.ready(folder.resolve("other"), Map.of())) {
            assertThat(one.url()).isNotEqualTo(other.url());
            assertThat(one.signIn("admin", one.shownPassword())).isEqualTo(200);
            assertThat(other.signIn("admin", one.shownPassword())).isEqualTo(401);
        }
    }

    @Test
    void keeps_the_demo_on_this_machine_and_away_from_real_work() throws Exception {
        try (var open = CalloutProcess.start(folder.resolve("demo"), Map.of("CALLOUT_BIND", "0.0.0.0"), "demo")) {
            assertThat(open.exitCode()).isEqualTo(1);
            assertThat(open.output()).contains("this machine only").doesNotContain("Exception");
        }
        Files.createDirectories(folder.resolve("real"));
        Files.writeString(folder.resolve("real").resolve("operator.key"), "made by an earlier start");
        try (var overReal = CalloutProcess.start(folder.resolve("real"), Map.of(), "demo")) {
            assertThat(overReal.exitCode()).isEqualTo(1);
            assertThat(overReal.output()).contains("no demo").doesNotContain("Exception");
        }
    }

    @Test
    void refuses_another_master_key_in_one_line_and_starts_with_the_right_one_again() throws Exception {
        try (var first = CalloutProcess.ready(folder, Map.of())) {
            first.terminate();
        }
        for (var wrong : List.of("ab".repeat(32), "not a key")) {
            try (var start = CalloutProcess.start(folder, Map.of("CALLOUT_MASTER_KEY", wrong))) {
                assertThat(start.exitCode()).isEqualTo(1);
                assertThat(start.output().lines().skip(1)) // the first one says that it starts
                        .singleElement(InstanceOfAssertFactories.STRING)
                        .startsWith("The master key");
            }
        }
        try (var again = CalloutProcess.ready(folder, Map.of())) {
            assertThat(again.statusOf(READINESS)).isEqualTo(200);
        }
    }

    private Optional<ProcessHandle> postgres() throws Exception {
        var pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0)));
    }
}
