package dev.callout.query.sla;

import dev.callout.api.sla.Publication;
import dev.callout.query.Refused;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * All that was ever published of one policy or calendar, out of its own events; version n is the n-th.
 *
 * @param last where its stream ends
 */
record Versions<E>(List<Version<E>> all, boolean retired, long last) {

    record Version<E>(E event, Instant publishedAt) {}

    /** Whoever has another kind of events, or none, is not there. */
    static <E> Versions<E> in(List<DomainEventMessage<?>> story, Class<E> publication) {
        var all = story.stream()
                .filter(event -> publication.isInstance(event.getPayload()))
                .map(event -> new Version<>(publication.cast(event.getPayload()), event.getTimestamp()))
                .toList();
        if (all.isEmpty()) {
            throw Refused.notFound();
        }
        return new Versions<>(all, all.size() < story.size(), story.size() - 1L);
    }

    /** The newest if none is named. */
    E get(Integer version) {
        var wanted = version == null ? all.size() : version;
        if (wanted < 1 || wanted > all.size()) {
            throw Refused.notFound();
        }
        return all.get(wanted - 1).event();
    }

    List<Publication> publications() {
        return IntStream.rangeClosed(1, all.size())
                .mapToObj(
                        version -> new Publication(version, all.get(version - 1).publishedAt()))
                .toList();
    }
}
