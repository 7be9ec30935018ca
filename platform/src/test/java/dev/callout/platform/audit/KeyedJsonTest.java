package dev.callout.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KeyedJsonTest {

    private static final byte[] JSON = "{\"index\":7,\"gaps\":[]}".getBytes(UTF_8);

    private final KeyedHash keyed = new KeyedHash(new byte[32]);
    private final byte[] closed = KeyedJson.close(keyed, place("one"), JSON);

    private static Canonical place(String name) {
        return new Canonical("test").text(name);
    }

    @Test
    void is_a_json_object_still_and_opens_to_what_it_was() {
        assertThat(JsonMapper.shared().readTree(closed).get("index").asInt()).isEqualTo(7);
        assertThat(KeyedJson.open(keyed, place("one"), closed)).hasValue(JSON);
        assertThat(KeyedJson.plain(closed)).isEqualTo(JSON);
        assertThat(KeyedJson.plain(JSON)).isEqualTo(JSON);
    }

    @Test
    void does_not_open_elsewhere_with_another_key_or_changed() {
        assertThat(KeyedJson.open(keyed, place("two"), closed)).isEmpty();
        assertThat(KeyedJson.open(new KeyedHash(new byte[] {1}), place("one"), closed))
                .isEmpty();
        assertThat(KeyedJson.open(keyed, place("one"), JSON)).isEmpty();
        for (var change : List.of("\"index\":7>\"index\":8", "\"keyedHash\":\">\"keyedHash\":\"g")) {
            var words = change.split(">");
            var changed = new String(closed, UTF_8).replace(words[0], words[1]).getBytes(UTF_8);
            assertThat(KeyedJson.open(keyed, place("one"), changed)).as(change).isEmpty();
        }
    }
}
