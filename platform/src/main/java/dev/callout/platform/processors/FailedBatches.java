package dev.callout.platform.processors;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Remembers which segments this node failed at, until a batch of theirs goes through again. The framework lets go of such
 * a segment, tries later, and in between knows of no failure.
 */
@Configuration(proxyBeanMethods = false)
class FailedBatches {

    private record Place(String processor, int segment) {}

    private final Map<Place, String> failures = new ConcurrentHashMap<>();

    /** By what kind of error it failed, if it did. */
    Optional<String> failureOf(String processor, int segment) {
        return Optional.ofNullable(failures.get(new Place(processor, segment)));
    }

    @Bean
    ConfigurerModule watchedBatches() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((configuration, processor) -> watching(processor));
    }

    private MessageHandlerInterceptor<EventMessage<?>> watching(String processor) {
        var watched = "watched batch of " + processor;
        return (work, chain) -> {
            work.root().getOrComputeResource(watched, first -> {
                watch(work.root(), processor);
                return true;
            });
            return chain.proceed();
        };
    }

    private void watch(UnitOfWork<?> batch, String processor) {
        Integer segment = batch.getResource("Processor[" + processor + "]/SegmentId");
        if (segment == null) {
            return; // it handles events in the unit of work of whoever publishes them
        }
        var place = new Place(processor, segment);
        batch.onRollback(failed -> failures.put(place, kindOf(failed)));
        batch.afterCommit(done -> failures.remove(place));
    }

    /** Not its words: they may be a person's. */
    private static String kindOf(UnitOfWork<?> failed) {
        var result = failed.getExecutionResult();
        return result != null && result.isExceptionResult()
                ? result.getExceptionResult().getClass().getSimpleName()
                : "Unknown";
    }
}
