package dev.callout.query.rebuild;

import dev.callout.platform.axon.PromptEvents;
import dev.callout.query.projection.Prefetch;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.ProjectionProcessors;
import dev.callout.query.projection.RowsAhead;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** Feeds all events from the first one to a projection whose tables are the shadow ones. Stops at the first failure. */
class ShadowProcessor implements AutoCloseable {

    private final PooledStreamingEventProcessor processor;
    private final List<ScheduledExecutorService> executors = new CopyOnWriteArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    ShadowProcessor(
            Projection projection,
            RowsAhead rows,
            Configuration axon,
            TransactionManager transactions,
            TokenStore tokens) {
        var invoker = SimpleEventHandlerInvoker.builder()
                .eventHandlers(projection)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(projection.getClass()))
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
        processor = PooledStreamingEventProcessor.builder()
                .name(nameOf(projection))
                .eventHandlerInvoker(invoker)
                .errorHandler(this::failed)
                .messageSource(axon.getComponent(PromptEvents.class))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialToken(source -> source.createTailToken())
                .initialSegmentCount(1)
                .batchSize(ProjectionProcessors.BATCH_SIZE)
                .coordinatorExecutor(name -> executor())
                .workerExecutor(name -> executor())
                .build();
        processor.registerHandlerInterceptor(new Prefetch(projection, rows));
    }

    static String nameOf(Projection projection) {
        return "rebuild-" + projection.name();
    }

    private ScheduledExecutorService executor() {
        var executor = Executors.newScheduledThreadPool(1, new AxonThreadFactory("rebuild"));
        executors.add(executor);
        return executor;
    }

    private void failed(ErrorContext context) throws Exception {
        failure.compareAndSet(null, context.error());
        throw context.error() instanceof Exception exception
                ? exception
                : new EventProcessingException("Failed", context.error());
    }

    void start() {
        processor.start();
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    boolean isCaughtUp() {
        var status = processor.processingStatus().values();
        return !status.isEmpty() && status.stream().allMatch(EventTrackerStatus::isCaughtUp);
    }

    /** Compares positions alone: tokens also compare the gaps that rolled-back appends leave for ever. */
    boolean hasReached(TrackingToken head) {
        return head == null
                || (!processor.processingStatus().isEmpty()
                        && position() >= head.position().orElse(0));
    }

    long position() {
        return processor.processingStatus().values().stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
    }

    @Override
    public void close() {
        processor.shutDown();
        executors.forEach(ScheduledExecutorService::shutdownNow);
    }
}
