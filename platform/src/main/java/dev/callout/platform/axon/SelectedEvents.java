package dev.callout.platform.axon;

import java.util.Collection;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;

/** Reads the events of one aggregate that somebody needs, and leaves the others where they are stored. */
public interface SelectedEvents {

    /** All of one kind. */
    Stream<DomainEventMessage<?>> only(Class<?> kind, String aggregateId);

    /**
     * All but those of some kinds, up to a version.
     *
     * @param butWith versions that are wanted of whatever kind
     */
    Stream<DomainEventMessage<?>> without(
            Collection<Class<?>> kinds, String aggregateId, long upTo, Collection<Long> butWith);
}
