package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** ETag and If-Match: nobody overwrites what they have not seen. */
@ExtendWith(RunningCallout.class)
class VersionsIT {

    private final Desk desk;
    private final Stored stored;

    VersionsIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    private static Map<String, Object> correction(String title) {
        return new HashMap<>(
                Map.of("title", title, "description", "Since noon", "type", "ISSUE", "category", "HARDWARE"));
    }

    @Test
    void are_needed_to_put_a_ticket_right() {
        var raised = desk.raise(desk.acmeUser);
        var path = TICKETS + "/" + raised.id();
        var seen = desk.read(desk.dispatcher, raised.id(), raised).etag();
        assertThat(seen).isEqualTo("\"0\"");
        stored.nothingBy(() -> desk.dispatcher.put(path, correction("Blank pages")))
                .expect(428, "VERSION_REQUIRED");
        var changed = desk.dispatcher
                .with("If-Match", seen)
                .put(path, correction("Blank pages"))
                .expect(204);
        stored.nothingBy(() -> desk.support.with("If-Match", seen).put(path, correction("Silent")))
                .expect(412, "VERSION_CHANGED");
        var shown = desk.read(desk.dispatcher, raised.id(), changed);
        assertThat(shown.text("title")).isEqualTo("Blank pages");
        assertThat(shown.etag()).isEqualTo(changed.etag());
    }

    @Test
    void bind_a_step_only_where_the_sender_says_so() {
        var ticket = desk.created();
        var weigh = Map.of("priority", "HIGH", "reason", "Everybody needs it");
        var weighed = desk.step(desk.dispatcher, ticket, "priority", weigh);
        var again = Map.of("priority", "LOW", "reason", "Nobody needs it");
        var stale = desk.dispatcher.with("If-Match", "\"0\"");
        stored.nothingBy(() -> desk.tryStep(stale, ticket, "priority", again)).expect(412, "VERSION_CHANGED");
        desk.step(desk.dispatcher.with("If-Match", weighed.etag()), ticket, "priority", again);
        stored.nothingBy(() -> desk.tryStep(desk.dispatcher.with("If-Match", "latest"), ticket, "priority", weigh))
                .expect(400, "BAD_REQUEST");
    }

    @Test
    void are_the_same_for_customers() {
        var raised = desk.raise(desk.acmeUser);
        desk.tryStep(desk.technician, raised.id(), "notes", Map.of("body", "Only for us"));
        var note = desk.tryStep(desk.technician, raised.id(), "notes", Map.of("body", "Also only for us"));
        assertThat(desk.read(desk.acmeUser, raised.id(), note.expect(201)).etag())
                .isEqualTo(desk.read(desk.manager, raised.id(), note).etag())
                .isEqualTo("\"2\"");
    }
}
