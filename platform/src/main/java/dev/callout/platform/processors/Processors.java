package dev.callout.platform.processors;

import dev.callout.platform.http.StoreAway;
import dev.callout.platform.processors.ProcessorStatus.Kind;
import dev.callout.platform.processors.ProcessorStatus.Segment;
import dev.callout.platform.processors.ProcessorStatus.State;
import dev.callout.platform.processors.StoredPositions.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.stereotype.Component;

/** How all event processors do: what this node knows of its own at this moment, and what the others have noted. */
@Component
public class Processors {

    private final Configuration axon;
    private final StoredPositions positions;
    private final Pauses pauses;
    private final FailedBatches failures;

    Processors(Configuration axon, StoredPositions positions, Pauses pauses, FailedBatches failures) {
        this.axon = axon;
        this.positions = positions;
        this.pauses = pauses;
        this.failures = failures;
    }

    public List<ProcessorStatus> all() {
        var stored = positions.all();
        var head = head(stored);
        var paused = pauses.names();
        var names = new TreeSet<>(processing().eventProcessors().keySet());
        names.addAll(stored.keySet());
        return names.stream()
                .map(name -> status(name, stored.getOrDefault(name, Map.of()), head, paused))
                .toList();
    }

    public Optional<ProcessorStatus> find(String name) {
        return all().stream().filter(processor -> processor.name().equals(name)).findFirst();
    }

    private ProcessorStatus status(String name, Map<Integer, Stored> stored, long head, Set<String> paused) {
        var here = processing().<EventProcessor>eventProcessor(name);
        var segments = segments(here, stored);
        var kind = Kind.of(name);
        var position = segments.stream().mapToLong(Segment::position).min().orElse(kind == Kind.REGISTER ? head : 0);
        var lag = Math.max(0, head - position);
        return new ProcessorStatus(
                name,
                kind,
                state(name, here, segments, paused),
                position,
                head,
                lag,
                lag == 0 ? Duration.ZERO : positions.waitingSince(position),
                segments.stream().anyMatch(Segment::replaying),
                processing()
                        .deadLetterQueue(name)
                        .map(SequencedDeadLetterQueue::size)
                        .orElse(0L),
                segments);
    }

    private static State state(String name, Optional<EventProcessor> here, List<Segment> segments, Set<String> paused) {
        if (paused.contains(name)) {
            return State.PAUSED;
        }
        if (here.filter(EventProcessor::isError).isPresent()
                || segments.stream().anyMatch(segment -> segment.error() != null)) {
            return State.FAILING;
        }
        var works = here.filter(EventProcessor::isRunning).isPresent()
                || segments.stream().anyMatch(segment -> segment.owner() != null);
        return works ? State.RUNNING : State.STOPPED;
    }

    /** A processor's own word is newer than what it has written down. */
    private List<Segment> segments(Optional<EventProcessor> here, Map<Integer, Stored> stored) {
        var own = here.filter(StreamingEventProcessor.class::isInstance)
                .map(processor -> ((StreamingEventProcessor) processor).processingStatus())
                .orElse(Map.of());
        return stored.values().stream()
                .map(segment -> segment(segment, Optional.ofNullable(own.get(segment.segment()))))
                .toList();
    }

    private Segment segment(Stored stored, Optional<EventTrackerStatus> own) {
        return new Segment(
                stored.segment(),
                own.map(status -> status.getCurrentPosition().orElse(0)).orElse(stored.position()),
                own.map(EventTrackerStatus::isReplaying).orElse(stored.replaying()),
                stored.owner(),
                own.map(EventTrackerStatus::getError)
                        .map(error -> error.getClass().getSimpleName()) // its words may be a person's
                        .or(() -> isElsewhere(stored, own)
                                ? Optional.empty()
                                : failures.failureOf(stored.processor(), stored.segment()))
                        .orElse(null));
    }

    /** Then another node knows better. */
    private static boolean isElsewhere(Stored stored, Optional<EventTrackerStatus> own) {
        return own.isEmpty() && stored.owner() != null;
    }

    /** While an event store elsewhere is away, the furthest that anybody has come. */
    private long head(Map<String, Map<Integer, Stored>> stored) {
        try {
            var head = axon.eventStore().createHeadToken();
            return head == null ? 0 : head.position().orElse(0);
        } catch (RuntimeException e) {
            if (!StoreAway.isBehind(e)) {
                throw e;
            }
            return stored.values().stream()
                    .flatMap(segments -> segments.values().stream())
                    .mapToLong(Stored::position)
                    .max()
                    .orElse(0);
        }
    }

    private EventProcessingConfiguration processing() {
        return axon.eventProcessingConfiguration();
    }
}
