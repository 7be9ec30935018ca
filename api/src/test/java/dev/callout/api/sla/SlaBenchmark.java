package dev.callout.api.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Priority;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long a reading takes: {@code ./mvnw -pl api test -Dtest=SlaBenchmark -Dsurefire.useManifestOnlyJar=false}, which
 * the ordinary build does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SlaBenchmark {

    private final Shelf shelf = Shelf.guide();
    private final SlaCourse fresh =
            Story.raised("2026-11-20T17:00", Priority.MEDIUM, shelf).course();
    private final Instant raised = Story.at("2026-11-20T17:00");

    /** Answered, visited, paused twice, raised in priority, solved on the third day. */
    private final SlaCourse usual = Story.raised("2026-11-19T10:00", Priority.MEDIUM, shelf)
            .answered("2026-11-19T11:00")
            .visitPromised("2026-11-19T11:00")
            .waits(PauseReason.PENDING_CUSTOMER, "2026-11-19T12:00", "2026-11-19T14:00")
            .terms("2026-11-19T16:00", 1, Priority.HIGH)
            .delayed("2026-11-19T17:00", "2026-11-20T10:00")
            .arrived("2026-11-20T11:00")
            .resolved("2026-11-21T11:00")
            .course();

    private final Instant after = Story.at("2026-11-23T10:00");

    private final SlaCourse old = Story.raised("2026-01-05T10:00", Priority.LOW, shelf)
            .waits(PauseReason.PENDING_CUSTOMER, "2026-01-06T12:00", "2026-12-20T14:00")
            .course();

    private final Instant yearsEnd = Story.at("2026-12-31T10:00");

    @Benchmark
    public SlaReading due_times_of_a_new_ticket() {
        return SlaCalculation.read(fresh, shelf, raised);
    }

    @Benchmark
    public SlaReading verdicts_of_a_usual_ticket() {
        return SlaCalculation.read(usual, shelf, after);
    }

    @Benchmark
    public SlaReading verdicts_of_a_ticket_that_was_open_for_a_year() {
        return SlaCalculation.read(old, shelf, yearsEnd);
    }

    @Test
    void measure() throws Exception {
        var options = new OptionsBuilder().include(SlaBenchmark.class.getName()).build();
        assertThat(new Runner(options).run()).hasSize(3);
    }
}
