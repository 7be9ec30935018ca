package dev.callout.command.privacy;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Looks through all events for those that tell of a person. */
@Component
class Search {

    private static final int WAIT_SECONDS = 10;

    private final EventStore events;

    Search(EventStore events) {
        this.events = events;
    }

    /** What tells of a person who is kept under some ids, from the first event to the last one of this moment. */
    Found find(Set<String> personIds) {
        var found = new Found(personIds);
        var head = events.createHeadToken();
        var last = head == null ? -1 : head.position().orElse(-1);
        try (var stream = events.openStream(null)) {
            for (var position = -1L; position < last; ) {
                if (!stream.hasNextAvailable(WAIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The event store does not go on after position " + position);
                }
                var event = stream.nextAvailable();
                position = event.trackingToken().position().orElseThrow();
                found.add(event, position);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted; the search begins anew", e);
        }
        return found;
    }
}
