package dev.callout.query.audit;

import dev.callout.platform.audit.StoredEvent;
import dev.callout.platform.audit.StoredEvents;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes through all events of some kinds, those that are not sealed yet included, in their order. */
@Component
class EventsOf {

    private static final int AT_A_TIME = 500;

    private final JdbcClient db;
    private final StoredEvents stored;
    private final Blocks blocks;
    private final ReadableEvents readable;

    EventsOf(JdbcClient db, StoredEvents stored, Blocks blocks, ReadableEvents readable) {
        this.db = db;
        this.stored = stored;
        this.blocks = blocks;
        this.readable = readable;
    }

    void forEach(Set<Class<?>> kinds, Consumer<Object> consumer) {
        var names = kinds.stream().map(Class::getSimpleName).collect(Collectors.toSet());
        var last = blocks.last().lastPosition();
        var positions = sealed(names, StoredEvents.BEFORE_ALL);
        while (positions.length > 0) {
            stored.at(Arrays.asList(positions)).forEach(event -> read(event, consumer));
            positions = sealed(names, positions[positions.length - 1]);
        }
        var some = stored.between(last, Long.MAX_VALUE, AT_A_TIME);
        while (!some.isEmpty()) {
            some.stream().filter(event -> names.contains(event.name())).forEach(event -> read(event, consumer));
            some = stored.between(some.get(some.size() - 1).position(), Long.MAX_VALUE, AT_A_TIME);
        }
    }

    private void read(StoredEvent event, Consumer<Object> consumer) {
        readable.read(event).ifPresent(consumer);
    }

    private Long[] sealed(Set<String> names, long after) {
        return db.sql("SELECT position FROM audit_event WHERE event = ANY(:names) AND position > :after"
                        + " ORDER BY position LIMIT :atMost")
                .param("names", names.toArray(String[]::new))
                .param("after", after)
                .param("atMost", AT_A_TIME)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }
}
