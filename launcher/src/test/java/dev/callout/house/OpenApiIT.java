package dev.callout.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Inside;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the API tells everything a stranger needs: each operation, what goes in, and what can come out. */
@ExtendWith(RunningCallout.class)
class OpenApiIT {

    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#/components/schemas/([^\"]+)\"");

    private final RequestMappingHandlerMapping mapped;
    private final String text;
    private final OpenAPI document;

    OpenApiIT(RunningCallout callout) throws Exception {
        mapped = Inside.of(callout).getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        text = Caller.of(callout).get("/v3/api-docs").expect(200).text();
        document = Json31.mapper().readValue(text, OpenAPI.class);
    }

    private Map<String, Operation> documented() {
        var operations = new TreeMap<String, Operation>();
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }

    @Test
    void names_every_operation_there_is() {
        var there = new TreeSet<String>();
        mapped.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> there.add(method + " " + path))));
        assertThat(there).hasSizeGreaterThan(50);
        assertThat(documented().keySet()).containsExactlyElementsOf(there);
    }

    @Test
    void says_of_each_what_it_is_for() {
        documented().forEach((name, operation) -> {
            assertThat(operation.getSummary()).as("summary of %s", name).isNotBlank();
            assertThat(operation.getTags())
                    .as("tags of %s", name)
                    .isNotEmpty()
                    .noneMatch(tag -> tag.endsWith("-controller")); // springdoc's own way out
        });
    }

    @Test
    void says_of_each_what_goes_in() {
        documented().forEach((name, operation) -> {
            if (name.startsWith(HttpMethod.PUT.name()) || name.startsWith(HttpMethod.POST.name())) {
                var body = operation.getRequestBody();
                if (body != null) {
                    assertThat(body.getContent().values())
                            .as("request of %s", name)
                            .isNotEmpty()
                            .allMatch(type -> type.getSchema() != null);
                }
            }
        });
        assertThat(documented().entrySet().stream()
                        .filter(operation -> operation.getKey().startsWith("POST"))
                        .filter(operation -> operation.getValue().getRequestBody() == null)
                        .map(Map.Entry::getKey))
                .as("changes that need no body")
                .allMatch(name -> name.contains("/sign-out")
                        || name.contains("/projections/")
                        || name.contains("/dead-letters")
                        || name.endsWith("/second-factor/reset")
                        || name.endsWith("/mail/{mailId}/retry")
                        || name.contains("/processors/")
                        || name.endsWith("/audit/checkpoints"));
    }

    @Test
    void asks_in_an_address_only_for_what_can_be_written_there() {
        documented()
                .forEach((name, operation) -> Optional.ofNullable(operation.getParameters())
                        .orElse(List.of())
                        .forEach(parameter -> assertThat(parameter.getSchema().get$ref())
                                .as("%s of %s", parameter.getName(), name)
                                .isNull()));
    }

    @Test
    void says_of_each_what_can_come_out() {
        documented().forEach((name, operation) -> {
            var responses = operation.getResponses();
            assertThat(responses.keySet()).as("success of %s", name).anyMatch(status -> status.startsWith("2"));
            assertThat(responses.keySet()).as("problems of %s", name).contains("401", "404", "429");
            responses.forEach((status, response) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                    assertThat(response.getContent())
                            .as("%s of %s", status, name)
                            .containsKey("application/problem+json");
                }
            });
        });
    }

    private void answers(String operation, String status) {
        assertThat(documented().get(operation).getResponses().keySet().stream().filter(code -> code.startsWith("2")))
                .as(operation)
                .containsExactly(status);
    }

    @Test
    void says_with_which_status_it_answers() {
        answers("POST /api/v1/service-desk/tickets", "201");
        answers("POST /api/v1/service-desk/tickets/{ticket}/comments", "201");
        answers("POST /api/v1/accounts", "201");
        answers("POST /api/v1/service-desk/tickets/{ticket}/assign", "204");
        answers("DELETE /api/v1/teams/{teamId}/members/{accountId}", "204");
        answers("POST /api/v1/auth/sign-out", "204");
        answers("POST /api/v1/auth/password-reset", "202");
        answers("POST /api/v1/audit/verification", "202");
        answers("GET /api/v1/service-desk/tickets/{ticket}", "200");
        assertThat(documented()
                        .get("POST /api/v1/accounts")
                        .getResponses()
                        .get("201")
                        .getHeaders())
                .containsKeys("Location", "Callout-Position");
    }

    @Test
    void says_in_which_forms_the_audit_trail_leaves_the_house() {
        assertThat(documented()
                        .get("GET /api/v1/audit/events")
                        .getResponses()
                        .get("200")
                        .getContent())
                .containsKeys("application/json", "application/x-ndjson", "text/csv");
    }

    @Test
    void offers_nobody_the_role_of_the_product() {
        var roles = new JsonMapper().readTree(text).at("/components/schemas/OpenBody/properties/role/enum");
        assertThat(roles.valueStream().map(JsonNode::asString))
                .contains("ADMIN", "GUEST")
                .doesNotContain("SYSTEM");
    }

    @Test
    void refers_only_to_what_it_explains() {
        var explained = document.getComponents().getSchemas().keySet();
        var references = REFERENCE.matcher(text);
        while (references.find()) {
            assertThat(explained).contains(references.group(1));
        }
        assertThat(explained).isNotEmpty().allMatch(name -> name.matches("[A-Z][A-Za-z0-9]*"));
    }

    @Test
    void explains_problems() {
        var fields = new JsonMapper().readTree(text).at("/components/schemas/Problem/properties");
        assertThat(fields.propertyNames())
                .contains("type", "title", "status", "detail", "instance", "code", "traceId", "errors");
    }
}
