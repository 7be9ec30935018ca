package dev.callout.attacks;

import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** One request that nobody thought of: who sends it, where to, and what. */
record Shot(
        Operation operation, String sender, Caller caller, String address, Map<String, String> headers, byte[] body) {

    private static final int LONGEST_TOLD = 600;

    Answer fire() {
        var armed = caller;
        for (var header : headers.entrySet()) {
            armed = armed.with(header.getKey(), header.getValue());
        }
        return armed.send(
                operation.method(), address, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    @Override
    public String toString() {
        return "%s as %s with %s: %s"
                .formatted(
                        shortened(operation.method() + " " + address),
                        sender,
                        shortened(headers.toString()),
                        body == null ? "no body" : shortened(text()));
    }

    private String text() {
        return new String(Arrays.copyOf(body, Math.min(body.length, LONGEST_TOLD)), StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
    }
}
