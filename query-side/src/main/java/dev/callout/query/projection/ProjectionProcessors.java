package dev.callout.query.projection;

import dev.callout.platform.axon.PromptEvents;
import dev.callout.platform.processors.IndivisibleProcessors;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jpa.JpaSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;

/** Gives each projection a processor of its own: large batches, rows loaded ahead, dead letters for what fails. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${callout.role:all}' != 'command'")
public class ProjectionProcessors {

    public static final int BATCH_SIZE = 500;

    /** More would only take smaller batches at the same time. */
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** An operator may split it, where one processor of the machine is not enough. */
    private static final int SEGMENTS = 1;

    @Bean
    ConfigurerModule eachProjectionItsProcessor(ObjectProvider<Projection> projections, RowsAhead rows) {
        var workers = Executors.newScheduledThreadPool(THREADS, new AxonThreadFactory("projections"));
        return configurer -> {
            configurer.onInitialize(configuration -> configuration.onShutdown(workers::shutdown));
            configurer.eventProcessing(
                    processing -> projections.forEach(projection -> register(projection, processing, workers, rows)));
        };
    }

    @Bean
    IndivisibleProcessors indivisibleProjections(ObjectProvider<Projection> projections) {
        return new IndivisibleProcessors(projections.stream()
                .filter(projection -> !projection.isDivisible())
                .map(Projection::name)
                .collect(Collectors.toSet()));
    }

    private static void register(
            Projection projection,
            EventProcessingConfigurer processing,
            ScheduledExecutorService workers,
            RowsAhead rows) {
        var name = projection.name();
        processing
                .registerPooledStreamingEventProcessor(
                        name,
                        configuration -> configuration.getComponent(PromptEvents.class),
                        (configuration, processor) -> processor
                                .initialSegmentCount(SEGMENTS)
                                .initialToken(source -> source.createTailToken())
                                .batchSize(BATCH_SIZE)
                                .workerExecutor(workers))
                .registerHandlerInterceptor(name, configuration -> new Prefetch(projection, rows))
                .registerHandlerInterceptor(
                        name, configuration -> new Culprits(configuration.getComponent(EntityManagerProvider.class)))
                .registerDeadLetterQueue(name, configuration -> deadLetters(name, configuration))
                // without it each event would first ask the database for letters of its aggregate
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        name, (configuration, invoker) -> invoker.enableSequenceIdentifierCache());
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String name, Configuration configuration) {
        return new DiscreetDeadLetters(JpaSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(name)
                .entityManagerProvider(configuration.getComponent(EntityManagerProvider.class))
                .transactionManager(configuration.getComponent(TransactionManager.class))
                .eventSerializer(configuration.eventSerializer())
                .genericSerializer(configuration.serializer()));
    }
}
