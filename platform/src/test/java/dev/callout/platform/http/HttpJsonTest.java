package dev.callout.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class HttpJsonTest {

    enum Color {
        RED,
        BLUE
    }

    record Van(
            String name,
            int doors,
            Integer seats,
            Color color,
            Instant bought,
            Map<String, String> notes,
            Boolean open) {}

    private final HttpJson json = new HttpJson();

    private Van read(String body) {
        return json.mapper().readValue(body, Van.class);
    }

    @Test
    void reads_what_is_right() {
        var van = read("{\"name\":\"One\",\"doors\":4,\"color\":\"RED\",\"bought\":\"2026-03-02T10:00:00+01:00\"}");

        assertThat(van)
                .isEqualTo(new Van("One", 4, null, Color.RED, Instant.parse("2026-03-02T09:00:00Z"), null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"doors\":4,\"role\":\"ADMIN\"}",
                "{\"doors\":4,\"doors\":5}",
                "{\"doors\":4} {\"doors\":5}",
                "{\"doors\":4}x",
                "{\"doors\":null}",
                "{\"doors\":\"4\"}",
                "{\"doors\":4.5}",
                "{\"doors\":1e999999999}",
                "{\"doors\":NaN}",
                "{\"doors\":4,\"name\":17}",
                "{\"doors\":4,\"name\":true}",
                "{\"doors\":4,\"name\":[\"a\"]}",
                "{\"doors\":4,\"color\":0}",
                "{\"doors\":4,\"color\":\"\"}",
                "{\"doors\":4,\"color\":\"red\"}",
                "{\"doors\":4,\"open\":\"true\"}",
                "{\"doors\":4,\"open\":1}",
                "{\"doors\":4,\"seats\":\"\"}",
                "{\"doors\":4,\"bought\":1700000000}",
                "{\"doors\":4,\"bought\":\"\"}",
                "{\"doors\":4,\"bought\":\"2026-03-02T10:00:00\"}",
                "{\"doors\":4,\"bought\":\"2026-02-30T10:00:00Z\"}",
                "{\"doors\":4,\"bought\":\"+10000-01-01T00:00:00Z\"}",
                "{\"doors\":4,\"name\":\"a\\u0000b\"}",
                "{\"doors\":4,\"name\":\"\\ud800\"}",
                "{\"doors\":4,\"notes\":{\"\\udc00\":\"a\"}}",
                "{'doors':4}",
                "[]",
                ""
            })
    void refuses_what_is_not(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refuses_what_is_too_deep_or_too_long() {
        var deep = "{\"notes\":".repeat(60);
        var long1 = "{\"doors\":4,\"name\":\"" + "a".repeat(200_001) + "\"}";
        var number = "{\"doors\":" + "1".repeat(101) + "}";

        for (var body : List.of(deep, long1, number)) {
            assertThatThrownBy(() -> read(body)).isInstanceOf(JacksonException.class);
        }
        assertThatThrownBy(() -> json.mapper().readTree("[".repeat(10_000))).isInstanceOf(JacksonException.class);
    }

    @Test
    void keeps_text_in_one_unicode_form() {
        assertThat(read("{\"doors\":4,\"name\":\"Zu\\u0308rich \\ud83d\\ude9a\"}")
                        .name())
                .isEqualTo("Zürich 🚚");
    }

    @Test
    void writes_times_in_utc_and_durations_as_iso() {
        assertThat(json.mapper()
                        .writeValueAsString(List.of(Instant.parse("2026-03-02T10:00:00Z"), Duration.ofMinutes(90))))
                .isEqualTo("[\"2026-03-02T10:00:00Z\",\"PT1H30M\"]");
    }
}
