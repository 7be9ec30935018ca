package dev.callout.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.query.QueryTest;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QueryTest
class ApiDocumentIT {

    private static final String TICKETS = "/api/v1/service-desk/tickets";

    private @Autowired WebApplicationContext context;
    private JsonNode document;

    @BeforeEach
    void read() throws UnsupportedEncodingException {
        var answer = MockMvcTester.from(context).get().uri("/v3/api-docs").exchange();
        document = JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
    }

    @Test
    void says_what_each_operation_is_for_and_what_it_answers() {
        var incomplete = new ArrayList<String>();
        document.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    var schema = answerOf(operation);
                    if (path.startsWith("/api/v1/auth/")) {
                        return; // how to sign in is the platform's
                    }
                    if (operation.path("summary").isMissingNode()
                            || operation.path("tags").toString().contains("controller")
                            || (schema.path("$ref").isMissingNode()
                                    && schema.path("oneOf").isMissingNode())) {
                        incomplete.add(method + " " + path + " " + schema);
                    }
                }));
        assertThat(document.path("paths").size()).isGreaterThan(15);
        assertThat(incomplete).isEmpty();
    }

    @Test
    void tells_apart_what_staff_and_customers_read() {
        assertThat(answersOf(TICKETS)).contains("TicketBoardPage", "CustomerTicketPage");
        assertThat(answersOf(TICKETS + "/{ticket}")).contains("TicketDetails", "CustomerTicket");
    }

    @Test
    void parts_of_the_same_name_are_not_taken_for_one_another() {
        assertThat(partsOf("TicketDetails", "conversation")).contains("internal");
        assertThat(partsOf("CustomerTicket", "conversation"))
                .contains("messageId")
                .doesNotContain("internal");
        assertThat(partsOf("HistoryListing", "items")).contains("sentence");
    }

    private Collection<String> partsOf(String schema, String property) {
        var schemas = document.path("components").path("schemas");
        var part = schemas.path(schema)
                .path("properties")
                .path(property)
                .path("items")
                .path("$ref")
                .asString();
        return schemas.path(part.substring(part.lastIndexOf('/') + 1))
                .path("properties")
                .propertyNames();
    }

    private String answersOf(String path) {
        return answerOf(document.path("paths").path(path).path("get"))
                .path("oneOf")
                .toString();
    }

    private static JsonNode answerOf(JsonNode operation) {
        var responses = operation.path("responses");
        var success = responses.has("200") ? responses.path("200") : responses.path("202");
        return success.path("content").path("application/json").path("schema");
    }
}
