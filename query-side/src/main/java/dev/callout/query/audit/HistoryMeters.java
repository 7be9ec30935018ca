package dev.callout.query.audit;

import dev.callout.api.audit.Verification.State;
import dev.callout.platform.audit.StoredEvents;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Shows whether sealing keeps up with the events, and what the last comparison of the history with its seals found. */
@Component
class HistoryMeters implements MeterBinder {

    private final StoredEvents stored;
    private final Blocks blocks;
    private final VerificationRuns runs;

    HistoryMeters(StoredEvents stored, Blocks blocks, VerificationRuns runs) {
        this.stored = stored;
        this.blocks = blocks;
        this.runs = runs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("callout.audit.unsealed.seconds", this::unsealedFor)
                .description("Seconds since the first event not sealed was recorded")
                .register(registry);
        Gauge.builder("callout.audit.broken", this::broken)
                .description("1 when the last comparison with the seals found something, 0 when it did not")
                .register(registry);
    }

    private Number unsealedFor() {
        return stored.between(blocks.last().lastPosition(), Long.MAX_VALUE, 1).stream()
                .map(first -> Duration.between(Instant.parse(first.timestamp()), Instant.now())
                                .toMillis()
                        / 1000.0)
                .findFirst()
                .orElse(0.0);
    }

    /** No number while nobody has ever compared, or while the comparison has no verdict. */
    private Number broken() {
        var state = runs.last().state();
        return state == State.BROKEN ? 1 : state == State.SOUND ? 0 : Double.NaN;
    }
}
