package dev.callout.benchmarks.desk;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the product answered.
 *
 * @param head all header lines, each between two line ends
 */
public record Answer(int status, String head, byte[] body) {

    /** The value of a header, or null; names are told apart by letters alone, not by their case. */
    public String header(String name) {
        for (var at = 0; at + name.length() + 1 < head.length(); at = head.indexOf('\n', at + 1)) {
            if (head.regionMatches(true, at + 1, name, 0, name.length())
                    && head.charAt(at + 1 + name.length()) == ':') {
                return head.substring(at + name.length() + 2, head.indexOf('\n', at + 1))
                        .strip();
            }
        }
        return null;
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
