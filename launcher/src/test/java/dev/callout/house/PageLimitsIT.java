package dev.callout.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** R36: no answer grows with the data. Every list comes in pages, or has a reason to be short. */
@ExtendWith(RunningCallout.class)
class PageLimitsIT {

    private static final String MOST_OF_A_PAGE = "200";

    /** Lists without pages, and what keeps them short. Keep it short, too. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            entry("/api/v1/audit/verification", "shows the first findings"),
            entry("/api/v1/auth/sign-ins", "where one person is signed in"),
            entry("/api/v1/operations/dead-letters", "shows the first 200"),
            entry("/api/v1/operations/projections", "as many as there are views"),
            entry("/api/v1/usage", "shows the first 20 of each kind"),
            entry("/api/v1/processors", "as many as there are processors"),
            entry("/api/v1/service-desk/calendars/holiday-regions", "as many countries as there are"),
            entry("/api/v1/service-desk/catalog", "the words of a catalog"),
            entry("/api/v1/service-desk/sla-reports/compliance", "the groups of a report, and five years of weeks"),
            entry("/api/v1/service-desk/sla-reports/customers", "shows the worst 200"),
            entry("/api/v1/service-desk/sla-reports/technicians", "shows the worst 200"),
            entry("/api/v1/service-desk/tickets/counts", "shows the busiest 200 of each kind"),
            entry("/api/v1/service-desk/tickets/mine", "shows the first 500 of one technician"),
            entry("/api/v1/teams", "as many as a company forms"));

    private final Caller admin;
    private final JsonNode document;

    PageLimitsIT(RunningCallout callout) {
        admin = Caller.of(callout).as("admin");
        document = Caller.of(callout).get("/v3/api-docs").expect(200).json();
    }

    @Test
    void every_list_comes_in_pages() {
        var without = new ArrayList<String>();
        var paged = new ArrayList<String>();
        document.at("/paths").properties().forEach(path -> {
            var get = path.getValue().path("get");
            if (!get.isMissingNode() && !path.getKey().contains("{") && answersAList(get)) {
                (parameters(get).contains("pageSize") ? paged : without).add(path.getKey());
            }
        });
        assertThat(without).containsExactlyInAnyOrderElementsOf(SHORT.keySet());
        assertThat(paged).hasSizeGreaterThan(6).allSatisfy(path -> {
            admin.get(path + "?pageSize=" + MOST_OF_A_PAGE).expect(200);
            admin.get(path + "?pageSize=201").expect(400, "VALIDATION_FAILED");
            admin.get(path + "?pageSize=1000000").expect(400, "VALIDATION_FAILED");
        });
    }

    private static List<String> parameters(JsonNode get) {
        return get.path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    private boolean answersAList(JsonNode get) {
        return get.path("responses")
                .path("200")
                .path("content")
                .valueStream()
                .map(content -> told(content.path("schema")))
                .anyMatch(schema -> isArray(schema)
                        || schema.path("properties").valueStream().anyMatch(PageLimitsIT::isArray));
    }

    private JsonNode told(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static boolean isArray(JsonNode schema) {
        return schema.path("type").toString().contains("array");
    }
}
