package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.callout.RunningCallout;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks through {@code http/*.http} as a newcomer would: every request must be answered as its title says. */
@ExtendWith(RunningCallout.class)
class WalkIT {

    private static final Path FOLDER = Path.of("..", "http");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\$?\\w+)}}");

    private final Map<String, String> variables = new HashMap<>();
    private final Caller nobody;

    WalkIT(RunningCallout callout) {
        nobody = Caller.of(callout);
        variables.put("host", "");
    }

    @TestFactory
    Stream<DynamicTest> from_the_first_call_to_closed() throws IOException {
        var steps = HttpWalk.steps(FOLDER).stream().map(step -> dynamicTest(step.title, () -> take(step)));
        return Stream.concat(steps, Stream.of(dynamicTest("and the ticket is closed", this::is_closed)));
    }

    private void take(HttpWalk.Step step) {
        var caller = nobody;
        for (var header : step.headers.entrySet()) {
            caller = caller.with(header.getKey(), filled(header.getValue()));
        }
        var answer = caller.send(step.method, filled(step.path), BodyPublishers.ofString(filled(step.body.toString())))
                .expect(step.status);
        assertThat(answer.header("Callout-Stale")).as("read too early").isNull();
        step.captures.forEach((name, source) -> variables.put(name, captured(answer, source)));
    }

    private void is_closed() {
        var ticket = nobody.as("manager").get(Desk.TICKETS + "/" + variables.get("number"));
        assertThat(ticket.expect(200).text("status")).isEqualTo("CLOSED");
        assertThat(ticket.text("closure")).isEqualTo("CONFIRMED");
        assertThat(ticket.number("cycle")).isEqualTo(2);
    }

    private String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(variable -> {
            var name = variable.group(1);
            var value = name.equals("$uuid") ? UUID.randomUUID().toString() : variables.get(name);
            assertThat(value).as("variable %s", name).isNotNull();
            return java.util.regex.Matcher.quoteReplacement(value);
        });
    }

    private static String captured(Answer answer, String source) {
        var value = source.startsWith("body.")
                ? answer.text(source.substring("body.".length()))
                : answer.header(source.replaceFirst("headers\\.valueOf\\(\"(.+)\"\\)", "$1"));
        assertThat(value).as(source).isNotNull();
        return value;
    }
}
