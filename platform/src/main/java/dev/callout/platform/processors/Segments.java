package dev.callout.platform.processors;

import static java.util.Comparator.comparing;

import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Divides the largest share of a processor's work in two, or makes one of the smallest and its other half. */
@Component
class Segments {

    private static final int MOST = 16;
    private static final int PATIENCE_SECONDS = 20;
    private static final Comparator<Segment> BY_FINENESS =
            comparing(Segment::getMask).thenComparing(Segment::getSegmentId);

    private final EventProcessingConfiguration processing;
    private final ObjectProvider<IndivisibleProcessors> indivisible;

    Segments(EventProcessingConfiguration processing, ObjectProvider<IndivisibleProcessors> indivisible) {
        this.processing = processing;
        this.indivisible = indivisible;
    }

    void split(String name) {
        if (indivisible.stream().anyMatch(some -> some.names().contains(name))) {
            throw no(name + " has to handle its events one after the other and cannot be divided.");
        }
        var segments = segmentsHere(name);
        if (segments.size() >= MOST) {
            throw no(name + " is divided enough.");
        }
        change(name, segments.stream().min(BY_FINENESS).orElseThrow(), StreamingEventProcessor::splitSegment);
    }

    void merge(String name) {
        var segments = segmentsHere(name);
        if (segments.stream().allMatch(segment -> segment.getMask() == 0)) {
            throw no(name + " is not divided.");
        }
        change(name, segments.stream().max(BY_FINENESS).orElseThrow(), StreamingEventProcessor::mergeSegment);
    }

    private void change(
            String name,
            Segment segment,
            BiFunction<StreamingEventProcessor, Integer, CompletableFuture<Boolean>> change) {
        var done = change.apply(processor(name), segment.getSegmentId())
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> false)
                .join();
        if (!done) {
            throw no("Another node works on a part of it. Try again there, or in a moment.");
        }
    }

    private List<Segment> segmentsHere(String name) {
        var segments = processor(name).processingStatus().values().stream()
                .map(EventTrackerStatus::getSegment)
                .toList();
        if (segments.isEmpty()) {
            throw no(name + " does not work on this node now.");
        }
        return segments;
    }

    private StreamingEventProcessor processor(String name) {
        return processing
                .eventProcessor(name, StreamingEventProcessor.class)
                .filter(StreamingEventProcessor::isRunning)
                .orElseThrow(() -> no(name + " does not work on this node now."));
    }

    private static ProblemException no(String why) {
        return new ProblemException(ProblemCode.NOT_POSSIBLE, why);
    }
}
