package dev.callout.query.projection;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** When an event happened, which may be before it was recorded: work done offline, mails, imports. */
public final class EventTimes {

    private static final ClassValue<Optional<RecordComponent>> OCCURRED_AT = new ClassValue<>() {
        @Override
        protected Optional<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getName().equals("occurredAt"))
                    .findFirst();
        }
    };

    private EventTimes() {}

    /** The event's own time, or where it carries none the time at which it was recorded. */
    public static Instant occurredAt(Object event, Instant recordedAt) {
        return OCCURRED_AT
                .get(event.getClass())
                .map(component -> (Instant) read(component, event))
                .orElse(recordedAt);
    }

    private static Object read(RecordComponent component, Object event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
