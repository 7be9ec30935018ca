package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the product answered. Fields are named by their path, such as {@code customer.name}. */
public record Answer(String request, int status, HttpHeaders headers, byte[] bytes) {

    public Answer expect(int expected) {
        assertThat(status).as("%s answers %s", request, text()).isEqualTo(expected);
        return this;
    }

    public Answer expect(int expected, String code) {
        expect(expected);
        assertThat(headers.firstValue("Content-Type").orElse("")).as(request).startsWith("application/problem+json");
        assertThat(text("code")).as("%s answers %s", request, text()).isEqualTo(code);
        return this;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Caller.JSON.readTree(bytes);
    }

    /** A part that must be there. */
    public JsonNode at(String path) {
        var node = node(path);
        assertThat(node.isMissingNode())
                .as("%s has no %s: %s", request, path, text())
                .isFalse();
        return node;
    }

    private JsonNode node(String path) {
        return json().at("/" + path.replace('.', '/'));
    }

    /** The text of a field; null where there is none. */
    public String text(String path) {
        var node = node(path);
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }

    public int number(String path) {
        return at(path).asInt();
    }

    public boolean flag(String path) {
        return at(path).asBoolean();
    }

    /** One field of each element of a list. */
    public List<String> each(String list, String field) {
        return StreamSupport.stream(at(list).spliterator(), false)
                .map(element -> element.at("/" + field.replace('.', '/')).asString())
                .toList();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public String id() {
        return text("id");
    }

    public String position() {
        return header("Callout-Position");
    }

    public String etag() {
        return header("ETag");
    }

    /** A problem document without what differs from request to request. */
    public String problem() {
        return text().replaceAll("\"(instance|traceId)\":\"[^\"]*\",?", "");
    }
}
