package dev.callout.query.ticket;

import dev.callout.api.ticket.TicketEvent;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** When an event happened, which may be before it was recorded: work done offline, mails, imports. */
public final class EventTimes {

    private static final Map<Class<?>, Optional<RecordComponent>> OCCURRED_AT = Arrays.stream(
                    TicketEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(type -> type, EventTimes::occurredAtOf));

    private EventTimes() {}

    /** The event's own time, or where it carries none the time at which it was recorded. */
    public static Instant occurredAt(TicketEvent event, Instant recordedAt) {
        return OCCURRED_AT
                .get(event.getClass())
                .map(component -> (Instant) read(component, event))
                .orElse(recordedAt);
    }

    private static Optional<RecordComponent> occurredAtOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals("occurredAt"))
                .findFirst();
    }

    private static Object read(RecordComponent component, TicketEvent event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
