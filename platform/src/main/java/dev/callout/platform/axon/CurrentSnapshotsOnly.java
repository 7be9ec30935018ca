package dev.callout.platform.axon;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Revision;

/**
 * Lets a snapshot be used only if its revision is the one that the aggregate's class declares today; the events tell
 * the rest. (The framework's own filter of 4.13.0 compares the wrong names and lets every snapshot pass.)
 */
class CurrentSnapshotsOnly implements SnapshotFilter {

    private final Map<String, Optional<String>> revisions = new ConcurrentHashMap<>();

    @Override
    public boolean test(DomainEventData<?> snapshot) {
        var type = snapshot.getPayload().getType();
        var current = revisions.computeIfAbsent(type.getName(), CurrentSnapshotsOnly::revisionOf);
        return current.isPresent() && Objects.equals(current.get(), type.getRevision());
    }

    private static Optional<String> revisionOf(String className) {
        try {
            return Optional.ofNullable(Class.forName(className).getAnnotation(Revision.class))
                    .map(Revision::value);
        } catch (ClassNotFoundException e) {
            return Optional.empty(); // the class was renamed: its snapshots are worth nothing, its events are
        }
    }
}
