package dev.callout.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Actor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private record Body(String title, String description, Instant at) {}

    private record Password(String password) {

        @Override
        public String toString() {
            return "Password[]";
        }
    }

    private static final byte[] KEY = {1, 2, 3};

    private final OrderHead head = new OrderHead(UUID.randomUUID(), "POST /tickets", Actor.SYSTEM, null, KEY);

    private byte[] of(Object body) {
        return head.with(body).requestHash();
    }

    @Test
    void is_the_same_for_the_same_request() {
        var at = Instant.parse("2026-03-02T09:00:00Z");
        assertThat(of(new Body("a", "b", at))).isEqualTo(of(new Body("a", "b", at)));
        assertThat(of(Map.of("a", 1, "b", 2))).isEqualTo(of(new TreeMap<>(Map.of("b", 2, "a", 1))));
    }

    @Test
    void tells_bodies_apart_that_print_alike() {
        var one = new Body("a, description=b", "c", null);
        var other = new Body("a", "b, description=c", null);
        assertThat(of(one)).isNotEqualTo(of(other));
        assertThat(of(List.of("a, b"))).isNotEqualTo(of(List.of("a", "b")));
        assertThat(of(List.of("1"))).isNotEqualTo(of(List.of(1)));
        assertThat(of(List.of("null"))).isNotEqualTo(of(Arrays.asList((Object) null)));
        assertThat(of(List.of("a b", "c"))).isNotEqualTo(of(List.of("a", "b c")));
        assertThat(of(new Password("one"))).isNotEqualTo(of(new Password("two")));
    }

    @Test
    void tells_senders_addresses_and_keys_apart() {
        var body = new Body("a", "b", null);
        var elsewhere = new OrderHead(head.commandId(), "POST /tickets?dryRun=true", Actor.SYSTEM, null, KEY);
        var somebodyElse = new OrderHead(
                head.commandId(), head.path(), new Actor("ACC-1", Actor.SYSTEM.role(), null, null, "api"), null, KEY);
        var otherKey = new OrderHead(head.commandId(), head.path(), Actor.SYSTEM, null, new byte[] {9});
        var withoutKey = new OrderHead(head.commandId(), head.path(), Actor.SYSTEM, null);
        assertThat(List.of(elsewhere, somebodyElse, otherKey, withoutKey))
                .allSatisfy(other -> assertThat(other.with(body).requestHash()).isNotEqualTo(of(body)));
    }
}
