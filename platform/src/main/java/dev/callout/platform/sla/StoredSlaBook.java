package dev.callout.platform.sla;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.sla.WorkCalendarPublished;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * The versions of policies and calendars, out of the events that published them: no view and no register can be behind
 * or be rebuilt while somebody counts by one. A version never changes, so each is read once.
 */
@Component
class StoredSlaBook implements SlaBook {

    private static final int REMEMBERED = 2_000;

    private record Version(String id, int number) {}

    private final EventStore events;
    private final Cache<Version, SlaPolicy> policies =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Version, WorkCalendar> calendars =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    StoredSlaBook(EventStore events) {
        this.events = events;
    }

    @Override
    public SlaPolicy policy(String policyId, int version) {
        return policies.get(
                new Version(policyId, version),
                wanted -> published(wanted, SlaPolicyPublished.class).policy());
    }

    @Override
    public WorkCalendar calendar(String calendarId, int version) {
        return calendars.get(
                new Version(calendarId, version),
                wanted -> published(wanted, WorkCalendarPublished.class).calendar());
    }

    /** Version n is the n-th event of its stream. */
    private <E> E published(Version version, Class<E> type) {
        return events.readEvents(version.id(), version.number() - 1L)
                .asStream()
                .limit(1)
                .map(event -> event.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(version + " was never published"));
    }
}
