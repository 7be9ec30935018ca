package dev.callout.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The seal of an event. The expected value was computed by another program from what docs/audit.md says. */
class StoredEventHashTest {

    private static StoredEvent event(long position, String type, String revision, byte[] payload, byte[] metaData) {
        return new StoredEvent(
                position,
                "e-1",
                "TCK-1",
                3,
                type,
                "2026-03-02T09:00:00.000Z",
                "x.TicketRaised",
                revision,
                payload,
                metaData);
    }

    @Test
    void is_computed_as_the_page_for_auditors_says() {
        var event = event(7, "Ticket", "1", "{}".getBytes(), null);

        assertThat(event.hash().toString())
                .isEqualTo("cb90c6c67a4f9c122e5ef34a49e1181cd9d5acc9868a87b1b13bbd57bed8f9c2");
    }

    @Test
    void differs_whatever_differs() {
        var a = new byte[] {'a'};
        var different = List.of(
                event(7, "Ticket", "1", a, a),
                event(8, "Ticket", "1", a, a),
                event(7, "Ticke", "t1", a, a),
                event(7, null, "1", a, a),
                event(7, "", "1", a, a),
                event(7, "Ticket", null, a, a),
                event(7, "Ticket", "1", new byte[] {'a', 'a'}, new byte[0]),
                event(7, "Ticket", "1", a, new byte[0]),
                event(7, "Ticket", "1", a, null));

        assertThat(new HashSet<>(different.stream().map(StoredEvent::hash).toList()))
                .hasSameSizeAs(different);
    }
}
