package dev.callout.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml and the Dockerfile say fits what the product understands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeFileTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> OURS = Set.of("command", "query");

    private String compose;
    private String image;
    private Map<String, Map<String, Object>> services;
    private Map<String, Map<String, String>> secrets;
    private Map<String, Object> named;

    @BeforeAll
    void read() throws IOException {
        compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        image = Files.readString(ROOT.resolve("Dockerfile"));
        Map<String, Object> parsed = new Yaml().load(compose);
        services = cast(parsed.get("services"));
        secrets = cast(parsed.get("secrets"));
        named = cast(parsed.get("volumes"));
    }

    @Test
    void tells_callout_nothing_it_does_not_know() throws IOException {
        var known = knownSettings();
        assertThat(known).contains("CALLOUT_ROLE", "CALLOUT_MASTER_KEY_FILE");
        for (var service : OURS) {
            assertThat(environment(service).keySet())
                    .as(service)
                    .isSubsetOf(known)
                    .contains("CALLOUT_DB_URL");
            assertThat(environment(service)).containsEntry("CALLOUT_ROLE", service);
        }
        assertThat(words("(CALLOUT_\\w+)=", image)).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void names_only_services_and_ports_that_there_are() {
        var settings = environment("command");
        assertThat(settings.get("CALLOUT_DB_URL")).isEqualTo("jdbc:postgresql://postgres:5432/callout");
        assertThat(settings.get("CALLOUT_AXON_SERVER")).isEqualTo("axonserver:8124");
        assertThat(services).containsKeys("postgres", "axonserver", "entry");
        assertThat(image).contains("EXPOSE 8080", "CALLOUT_PORT=8080", "/dev/tcp/127.0.0.1/8080");
        for (var service : services.entrySet()) {
            Map<String, Object> before = cast(service.getValue().getOrDefault("depends_on", Map.of()));
            assertThat(services.keySet()).as(service.getKey()).containsAll(before.keySet());
        }
    }

    @Test
    void gives_the_product_a_login_to_the_database_that_is_no_superuser() throws IOException {
        Map<String, String> postgres = cast(services.get("postgres").get("environment"));
        assertThat(postgres).doesNotContainKey("POSTGRES_USER"); // so the superuser is called postgres
        assertThat(environment("command")).containsEntry("CALLOUT_DB_USER", "callout");
        assertThat(Files.readString(ROOT.resolve("deploy/postgres/make-database.sh")))
                .contains("CREATE ROLE callout LOGIN PASSWORD", "CREATE DATABASE callout OWNER callout")
                .doesNotContain("SUPERUSER");
        for (var service : OURS) {
            List<String> given = cast(services.get(service).get("secrets"));
            assertThat(given).doesNotContain("postgres-password");
        }
    }

    @Test
    void has_no_secret_in_it() {
        for (var service : services.keySet()) {
            environment(service).forEach((name, value) -> {
                if (name.matches(".*(PASSWORD|KEY|SECRET|TOKEN).*")) {
                    assertThat(name).endsWith("_FILE");
                    assertThat(value).startsWith("/run/secrets/");
                    assertThat(secrets).containsKey(value.substring("/run/secrets/".length()));
                }
            });
            List<String> given = cast(services.get(service).getOrDefault("secrets", List.of()));
            assertThat(secrets.keySet()).containsAll(given);
        }
        assertThat(secrets.values())
                .allSatisfy(secret -> assertThat(secret.get("file")).startsWith("./deploy/secrets/"));
    }

    @Test
    void starts_in_order_and_looks_after_health_and_data() {
        for (var service : OURS) {
            assertThat(compose).contains("postgres: {condition: service_healthy}");
            assertThat(services.get(service)).containsEntry("read_only", true).containsKey("restart");
        }
        assertThat(services.get("postgres")).containsKeys("healthcheck", "volumes");
        assertThat(services.get("axonserver")).containsKey("volumes");
        assertThat(image).contains("HEALTHCHECK", "USER 10001");
        assertThat(ROOT.resolve("deploy").resolve("Caddyfile")).isRegularFile();
    }

    @Test
    void gives_monitoring_what_it_needs() throws IOException {
        for (var service : services.values()) {
            List<String> volumes = cast(service.getOrDefault("volumes", List.of()));
            assertThat(volumes.stream().filter(volume -> volume.startsWith("./")))
                    .allSatisfy(volume -> assertThat(ROOT.resolve(volume.substring(2, volume.indexOf(':'))))
                            .exists());
        }
        var scrapes = Files.readString(ROOT.resolve("deploy/prometheus/prometheus.yml"));
        assertThat(scrapes).contains("names: [command, query]", "rule_files: [alerts.yml]");
        assertThat(scrapes).contains(environment("command").get("CALLOUT_METRICS_TOKEN_FILE"));
        assertThat(Files.readString(ROOT.resolve("deploy/grafana/provisioning/datasources/prometheus.yml")))
                .contains("http://prometheus:9090");
        for (var service : List.of("prometheus", "grafana")) {
            assertThat(services.get(service)).containsEntry("profiles", List.of("monitoring"));
        }
    }

    @Test
    void bounds_the_memory_and_the_log_of_each_container() {
        services.forEach((name, service) -> {
            assertThat(service).as(name).containsKeys("mem_limit", "logging");
        });
        assertThat(environment("axonserver").get("JAVA_TOOL_OPTIONS")).contains("-XX:MaxRAMPercentage");
    }

    @Test
    void keeps_in_named_volumes_what_must_last() {
        assertThat(volumesOf("command"))
                .contains(
                        "checkpoints:/var/lib/callout/checkpoints",
                        "logs:/var/lib/callout/logs",
                        "mail:/var/lib/callout/mail");
        assertThat(volumesOf("query")).isEqualTo(volumesOf("command"));
        assertThat(volumesOf("axonserver")).hasSize(3);
        assertThat(image).contains("install -d -o callout /var/lib/callout/checkpoints /var/lib/callout/logs");
        services.keySet()
                .forEach(service -> volumesOf(service).stream()
                        .filter(volume -> !volume.startsWith("./"))
                        .forEach(volume -> assertThat(named).containsKey(volume.substring(0, volume.indexOf(':')))));
    }

    @Test
    void lets_options_for_the_jvm_and_the_mail_server_in() throws IOException {
        var script = Files.readString(ROOT.resolve("deploy/callout"));
        assertThat(ROOT.resolve("deploy/callout")).isExecutable();
        assertThat(script.indexOf("${CALLOUT_JAVA_OPTS:-}"))
                .as("comes last, so that it wins")
                .isGreaterThan(script.indexOf("-XX:MaxRAMPercentage"))
                .isLessThan(script.indexOf("-jar"));
        assertThat(image).contains("ENTRYPOINT [\"callout\"]", "COPY deploy/callout /usr/local/bin/callout");
        assertThat(Files.readString(ROOT.resolve("callout")).split("CALLOUT_JAVA_OPTS:-", -1))
                .as("the product, and the measurements around it")
                .hasSize(3);
        assertThat(environment("command")).containsKeys("CALLOUT_JAVA_OPTS", "CALLOUT_MAIL_SMTP_HOST");
        assertThat(Files.readString(ROOT.resolve("deploy/make-secrets"))).contains("smtp-password");
    }

    @Test
    void builds_the_image_on_a_jdk_that_every_build_compiles_on() throws IOException {
        var compiledOn = words(
                "(\\d+)",
                words("promised=\\(([\\d ]+)\\)", Files.readString(ROOT.resolve(".ci/run")))
                        .iterator()
                        .next());
        assertThat(compiledOn).contains("17").containsAll(words("FROM eclipse-temurin:(\\d+)", image));
    }

    /** As the launcher reads them, and as properties that Spring finds in the environment. */
    private static Set<String> knownSettings() throws IOException {
        var sources = new StringBuilder();
        for (var module : List.of("platform", "command-side", "query-side", "launcher")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                for (var file : files.filter(name -> name.toString().matches(".*\\.(java|yml)"))
                        .toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        var known = new HashSet<>(words("\"(CALLOUT_\\w+)\"", sources.toString()));
        known.addAll(words("(CALLOUT_\\w+)", Files.readString(ROOT.resolve("deploy/callout"))));
        for (var property : words("(?s)record MailSettings\\((.+)\\) \\{", sources.toString())) {
            words("(?:String|int|boolean|Path) (\\w+)", property)
                    .forEach(name -> known.add(
                            "CALLOUT_MAIL_" + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT)));
        }
        for (var property : words("\\$\\{(callout\\.[\\w.-]+)", sources.toString())) {
            known.add(property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
        }
        return known;
    }

    private static Set<String> words(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private List<String> volumesOf(String service) {
        return cast(services.get(service).getOrDefault("volumes", List.of()));
    }

    private Map<String, String> environment(String service) {
        return cast(services.get(service).getOrDefault("environment", Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object parsed) {
        return (T) parsed;
    }
}
