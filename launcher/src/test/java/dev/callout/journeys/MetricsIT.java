package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a Prometheus that scrapes the product sees, and that the page about it says the same. */
@ExtendWith(RunningCallout.class)
class MetricsIT {

    private static final String METRICS = "/actuator/prometheus";
    private static final Pattern OURS = Pattern.compile("\\b(callout_[a-z_]+)");
    private static final Pattern OFTEN_USED =
            Pattern.compile("`((?:http|hikaricp|jvm|process|system|db_scheduler|executor|tomcat)_[a-z_]+)`");

    private final Desk desk;

    MetricsIT(RunningCallout callout) {
        desk = new Desk(callout);
    }

    @Test
    void count_commands_by_name_and_outcome() {
        var done = "callout_commands_seconds_count{command=\"RaiseTicket\",outcome=\"done\"} ";
        var refused = "callout_commands_seconds_count{command=\"AcceptTicket\",outcome=\"refused\"} ";
        var raised = "callout_events_appended_total{event=\"TicketRaised\"} ";
        var before = scrape();
        var ticket = desk.created();
        desk.tryStep(desk.technician, ticket, "accept", Map.of());
        desk.dispatcher.get(Desk.TICKETS).expect(200);
        var after = scrape();
        assertThat(value(after, done)).isEqualTo(value(before, done) + 1);
        assertThat(value(after, refused)).isEqualTo(value(before, refused) + 1);
        assertThat(value(after, raised)).isEqualTo(value(before, raised) + 1);
        assertThat(after)
                .contains("callout_queries_seconds_count{outcome=\"done\",query=\"ListTicketBoard\"}")
                .contains("callout_processor_running{processor=\"projection-ticket-board\"} 1.0")
                .contains("callout_dead_letters{processor=\"projection-ticket-board\"} 0.0")
                .containsPattern("callout_processor_lag_events\\{processor=\"projection-ticket-board\"} \\d")
                .containsPattern("http_server_requests_seconds_count\\{.*uri=\"/api/v1/service-desk/tickets\"");
    }

    @Test
    void are_all_on_their_page_and_no_others() throws Exception {
        desk.created();
        var scraped = scrape();
        var page = Files.readString(Path.of("../docs/metrics.md"));
        assertThat(names(page)).isEqualTo(names(scraped.replaceAll("(?m)^[^#\\n]*\\n", "")));
        var often = OFTEN_USED
                .matcher(page)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(often).isNotEmpty().allSatisfy(name -> assertThat(scraped).contains("\n" + name));
    }

    @Test
    void name_no_person_and_no_ticket() {
        desk.created();
        assertThat(scrape()).doesNotContain("TCK-").doesNotContain("ACC-").doesNotContain("@");
    }

    @Test
    void are_for_administrators_only() {
        desk.nobody.get(METRICS).expect(401);
        desk.manager.get(METRICS).expect(403);
        desk.acmeAdmin.get(METRICS).expect(403);
        desk.nobody.with("Authorization", "Bearer ").get(METRICS).expect(401);
    }

    private String scrape() {
        return desk.admin.get(METRICS).expect(200).text();
    }

    private static double value(String scraped, String sample) {
        return scraped.lines()
                .filter(line -> line.startsWith(sample))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length())))
                .findFirst()
                .orElse(0);
    }

    /** Of a family of samples only the stem. */
    private static TreeSet<String> names(String text) {
        var names = new TreeSet<String>();
        OURS.matcher(text)
                .results()
                .map(result -> result.group(1).replaceFirst("_(count|sum|max|bucket)$", ""))
                .forEach(names::add);
        return names;
    }
}
