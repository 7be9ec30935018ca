package dev.callout.journeys;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.Yaml;

/** Dashboard and alerts ask for nothing that the running product does not tell. */
@ExtendWith(RunningCallout.class)
class MonitoringIT {

    private static final Path DEPLOY = Path.of("../deploy");
    private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern LABEL = Pattern.compile("(\\w+) *(?:=|!|,|$)");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z_]+)\\b(?! *\\()");
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "instance", "job");

    private final Desk desk;
    private String scraped;

    MonitoringIT(RunningCallout callout) {
        desk = new Desk(callout);
    }

    @BeforeEach
    void all_that_can_be_told() {
        desk.tryStep(desk.technician, desk.created(), "accept", Map.of());
        desk.dispatcher.get(Desk.TICKETS).expect(200);
        System.gc(); // what the collector did is told from its first time on
        scraped = desk.admin.get("/actuator/prometheus").expect(200).text();
    }

    @Test
    void shows_on_the_dashboard_what_there_is() throws Exception {
        var panels = Caller.JSON.readTree(Files.readString(DEPLOY.resolve("grafana/dashboards/callout.json")));
        var asked = panels.findValuesAsString("expr");
        assertThat(asked).hasSizeGreaterThan(20).allSatisfy(this::can_be_answered);
    }

    @Test
    void wakes_somebody_for_what_there_is_and_says_why() throws Exception {
        var alerts = alerts();
        assertThat(alerts).hasSizeGreaterThan(10).allSatisfy(alert -> {
            can_be_answered((String) alert.get("expr"));
            assertThat(((Map<?, ?>) alert.get("annotations")).get("summary")).isNotNull();
            assertThat(((Map<?, ?>) alert.get("labels")).get("severity")).isIn("page", "ticket");
        });
    }

    /** `.ci/run` has promtool run these cases. */
    @Test
    void tries_each_alert_once_firing_and_once_not() throws Exception {
        Map<String, List<Map<String, Object>>> cases =
                new Yaml().load(Files.readString(DEPLOY.resolve("prometheus/alerts.test.yml")));
        var firing = new HashSet<>();
        var quiet = new HashSet<>();
        for (var test : cases.get("tests")) {
            for (var tried : (List<?>) test.get("alert_rule_test")) {
                var alert = (Map<?, ?>) tried;
                (alert.containsKey("exp_alerts") ? firing : quiet).add(alert.get("alertname"));
            }
        }
        var all = alerts().stream().map(alert -> alert.get("alert")).collect(toSet());
        assertThat(firing).isEqualTo(all);
        assertThat(quiet).isEqualTo(all);
        assertThat(Files.readString(Path.of("../.ci/run")))
                .contains("promtool test rules deploy/prometheus/alerts.test.yml");
    }

    private void can_be_answered(String expression) {
        var labels = new ArrayList<String>();
        for (var part : List.of(SELECTOR, GROUPING)) {
            part.matcher(expression)
                    .results()
                    .forEach(found -> LABEL.matcher(found.group(1).replaceAll("\"[^\"]*\"", ""))
                            .results()
                            .forEach(label -> labels.add(label.group(1))));
        }
        var metrics = METRIC.matcher(
                        GROUPING.matcher(SELECTOR.matcher(expression).replaceAll(""))
                                .replaceAll("")
                                .replaceAll("\\[[^]]*]", ""))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !OF_PROMETHEUS.contains(name))
                .collect(toSet());
        assertThat(metrics.isEmpty()).as(expression).isEqualTo(expression.contains("up{"));
        for (var metric : metrics) {
            var samples = scraped.lines()
                    .filter(line -> line.matches(metric + "[{ ].*"))
                    .toList();
            assertThat(samples).as(metric).isNotEmpty();
            assertThat(labels.stream().filter(label -> !OF_PROMETHEUS.contains(label)))
                    .as("labels of %s in %s", metric, expression)
                    .allSatisfy(label -> assertThat(samples.get(0)).containsPattern("[{,]" + label + "=\""));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> alerts() throws Exception {
        Map<String, List<Map<String, Object>>> file =
                new Yaml().load(Files.readString(DEPLOY.resolve("prometheus/alerts.yml")));
        return (List<Map<String, Object>>) (List<?>) file.get("groups").get(0).get("rules");
    }
}
