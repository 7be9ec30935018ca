package dev.callout.attacks;

import dev.callout.journeys.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bends what would have been a good request: values of another kind, of no measure, of no text, too many, none. */
final class Malformed {

    /** Values as they stand in JSON: one of them takes the place of a good one. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "9223372036854775808",
            "-2147483649",
            "1e999999999",
            "1e400",
            "-0.0",
            "NaN",
            "01",
            "\"\"",
            "\" \"",
            "\"\\u200b\"",
            "\"\\u202e\\u2066x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\ufffe\"",
            "\"\\u001b[31mred\\r\\nforged\"",
            "\"cafe\\u0301\"",
            "\"\uD83D\uDE80\"",
            "\"Z\\u0351\\u0352\\u0353\\u0354\"",
            "\"'; DROP TABLE ticket_board; --\"",
            "\"%\"",
            "\"\\\\\"",
            "\"../../etc/passwd\"",
            "\"<script>x</script>\"",
            "\"${7*7}#{7*7}\"",
            "\"=1+1\"",
            "\"TCK-\"",
            "\"TCK-00000000-0000-0000-0000-000000000000\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"2027-02-29T00:00:00Z\"",
            "\"2026-03-29T02:30:00\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"0000-01-01T00:00:00+18:00\"",
            "\"P999999999999D\"",
            "\"open\"",
            "\"OPEN \"",
            "\"\u0130SSUE\"",
            "\"ISSUE,ISSUE\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"\":null}",
            "{\"@class\":\"java.util.HashMap\"}",
            "[\"java.util.HashMap\",{}]",
            "\"" + "x".repeat(201) + "\"",
            "\"" + "\u00fc".repeat(10_001) + "\"",
            "\"" + "x".repeat(200_001) + "\"",
            "[" + "1,".repeat(5_000) + "1]",
            "[".repeat(60) + "]".repeat(60),
            "{\"a\":".repeat(60) + "1" + "}".repeat(60),
            "1" + "0".repeat(120),
            "\"\\x\"",
            "\"unclosed",
            "tru",
            "/**/1",
            "'x'");

    /** Words for addresses and parameters, as they stand there. */
    private static final List<String> WORDS = List.of(
            "",
            "%20",
            "x",
            "-1",
            "0",
            "99999999999999999999",
            "1.5",
            "NaN",
            "true",
            "null",
            "undefined",
            "%00",
            "%0D%0AX:1",
            "%C3%BC",
            "%FF",
            "%ED%A0%80",
            "%E2%80%8B",
            "%F0%9F%9A%80",
            "%27%20OR%201=1--",
            "%25",
            "%5C",
            "_",
            "%2e%2e",
            "..;x=1",
            "%2e%2e%2f%2e%2e%2f",
            "a%2Fb",
            "a;b=c",
            "%3Cscript%3E",
            "%7B%7D",
            "%5B%5D",
            "*",
            "x,y,,",
            ",",
            "TCK-",
            "TKT1",
            "TKT99999999999999999999",
            "TCK-00000000-0000-0000-0000-000000000000",
            "OPEN",
            "open",
            "HIGH,HIGH",
            "P1D",
            "PT-5S",
            "P99999999999999Y",
            "2026-02-30T00:00:00Z",
            "%2B999999999-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "2026-03-02T09:00:00",
            "2026-03-02",
            "name%20desc,(select%201)",
            "-title",
            "x".repeat(300),
            "x".repeat(5_000));

    private static final Map<String, List<String>> HEADERS = Map.ofEntries(
            Map.entry(
                    "Idempotency-Key",
                    List.of("", "x", "not a key", "0", "-".repeat(36), "x".repeat(4_000), "\u00fc\u00ff")),
            Map.entry(
                    "If-Match",
                    List.of("", "*", "0", "\"-1\"", "\"99999999999999999999\"", "W/\"0\"", "\"a\",\"b\"", "\"")),
            Map.entry("If-None-Match", List.of("*", "\"0\"", "x")),
            Map.entry(
                    "Callout-Wait-For",
                    List.of("", "x", "-1", "99999999999999999999", "1;2;3", "=", "x".repeat(3_000))),
            Map.entry(
                    "Authorization",
                    List.of("", "Bearer", "Bearer  ", "Basic YTpi", "Bearer \u00ff", "Bearer " + "x".repeat(6_000))),
            Map.entry("Accept", List.of("text/html", "application/xml", "*", "x/", ";;;", "application/json;q=-1")),
            Map.entry("Accept-Language", List.of("xx", "*", "de;q=9", "-", "x".repeat(2_000), "en-\u00fc")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE")),
            Map.entry("X-Forwarded-Host", List.of("evil.test", "[::1")),
            Map.entry("X-Forwarded-For", List.of("1.2.3.4", "x")),
            Map.entry("Range", List.of("bytes=0-", "bytes=-1", "bytes=9-1", "x")),
            Map.entry("Cookie", List.of("SESSION=x", "a", "=", "$Version=1; \u00ff")),
            Map.entry("traceparent", List.of("x", "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00")));

    private static final List<String> TYPES = List.of(
            "application/json;charset=utf-16",
            "text/plain",
            "application/xml",
            "application/x-java-serialized-object",
            "x",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "*/*",
            "");

    private static final String HERE = "\"@@here@@\"";

    private final Random random;

    Malformed(Random random) {
        this.random = random;
    }

    String word() {
        return one(WORDS);
    }

    String type() {
        return one(TYPES);
    }

    Map.Entry<String, String> header() {
        var name = one(HEADERS.keySet().stream().sorted().toList());
        return Map.entry(name, one(HEADERS.get(name)));
    }

    /** A good body with one or a few places bent, or text that never was one. */
    byte[] body(Object good) {
        var text = Caller.JSON.writeValueAsString(good);
        for (var bends = random.nextInt(4) == 0 ? 3 : 1; bends > 0; bends--) {
            text = readable(text) ? bent(text) : text;
        }
        return switch (random.nextInt(20)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> shaken(text.getBytes(StandardCharsets.UTF_8));
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static boolean readable(String text) {
        try {
            return !Caller.JSON.readTree(text).isMissingNode();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private String bent(String text) {
        var root = Caller.JSON.readTree(text);
        if (!root.isContainer() || random.nextInt(12) == 0) {
            return one(VALUES);
        }
        var place = root;
        while (place.isContainer() && !place.isEmpty() && random.nextInt(3) > 0 && hasPartIn(place)) {
            var parts = place.valueStream().filter(JsonNode::isContainer).toList();
            place = one(parts);
        }
        if (place instanceof ObjectNode object) {
            bend(object);
        } else if (place instanceof ArrayNode array) {
            bend(array);
        }
        return root.toString().replace(HERE, one(VALUES));
    }

    private static boolean hasPartIn(JsonNode node) {
        return node.valueStream().anyMatch(JsonNode::isContainer);
    }

    private void bend(ObjectNode object) {
        var names = object.properties().stream().map(Map.Entry::getKey).toList();
        if (names.isEmpty() || random.nextInt(15) == 0) {
            object.put(one(List.of("x", "", "@class", "__proto__", "$ref", "id", "x".repeat(2_000))), "@@here@@");
        } else if (random.nextInt(6) == 0) {
            object.remove(one(names));
        } else {
            object.put(one(names), "@@here@@");
        }
    }

    private void bend(ArrayNode array) {
        if (random.nextInt(8) == 0) {
            array.addAll(Collections.nCopies(2_000, array.isEmpty() ? array.nullNode() : array.get(0)));
        } else if (array.isEmpty() || random.nextBoolean()) {
            array.add("@@here@@");
        } else {
            array.set(random.nextInt(array.size()), array.stringNode("@@here@@"));
        }
    }

    private byte[] shaken(byte[] bytes) {
        for (var i = 0; i < 3 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private <T> T one(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
