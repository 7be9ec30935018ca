package dev.callout.platform.metrics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.callout.platform.processors.ProcessorStatus;
import dev.callout.platform.processors.ProcessorStatus.State;
import dev.callout.platform.processors.Processors;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows how far the event processors are behind. One look at the database serves all values of one scrape. */
@Component
class ProcessorMeters {

    private static final Duration LOOK_AT_MOST_EVERY = Duration.ofSeconds(5);

    private final MeterRegistry registry;
    private final Processors processors;
    private final JdbcClient db;
    private final LoadingCache<Boolean, Map<String, ProcessorStatus>> seen;

    ProcessorMeters(ObjectProvider<MeterRegistry> registries, Processors processors, JdbcClient db) {
        this.registry = registries.getIfAvailable();
        this.processors = processors;
        this.db = db;
        this.seen = Caffeine.newBuilder().expireAfterWrite(LOOK_AT_MOST_EVERY).build(key -> look());
    }

    @EventListener(ApplicationStartedEvent.class)
    void show() {
        if (registry == null) {
            return;
        }
        for (var name : look().keySet()) {
            gauge("callout.processor.lag.events", name, "Positions behind the newest event", ProcessorStatus::lag);
            gauge(
                    "callout.processor.lag.seconds",
                    name,
                    "Seconds since the first event not handled was recorded",
                    processor -> processor.behind() == null
                            ? Double.NaN
                            : processor.behind().toMillis() / 1000.0);
            gauge(
                    "callout.processor.running",
                    name,
                    "1 while it works, 0 when it is paused, stopped or failing",
                    processor -> processor.state() == State.RUNNING ? 1 : 0);
            gauge(
                    "callout.dead.letters",
                    name,
                    "Events it could not handle, and those that wait behind them",
                    ProcessorStatus::deadLetters);
        }
        Gauge.builder("callout.snapshots", this::snapshots)
                .description("Aggregates that have a snapshot")
                .register(registry);
    }

    private void gauge(String meter, String processor, String description, ToDoubleFunction<ProcessorStatus> value) {
        Gauge.builder(meter, seen, looked -> {
                    var status = looked.get(true).get(processor);
                    return status == null ? Double.NaN : value.applyAsDouble(status);
                })
                .tag("processor", processor)
                .description(description)
                .register(registry);
    }

    private Map<String, ProcessorStatus> look() {
        return processors.all().stream().collect(Collectors.toMap(ProcessorStatus::name, Function.identity()));
    }

    private Number snapshots() {
        return db.sql("SELECT count(DISTINCT aggregate_identifier) FROM snapshot_event_entry")
                .query(Long.class)
                .single();
    }
}
