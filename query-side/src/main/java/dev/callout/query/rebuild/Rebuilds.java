package dev.callout.query.rebuild;

import dev.callout.platform.http.StoreAway;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.RowsAhead;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Computes views anew beside the living ones, one rebuild of a view at a time, and goes on with them after a crash. */
@Component
class Rebuilds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration TAKE_UP_EVERY = Duration.ofSeconds(5);

    /** More would not end earlier, and people's commands need processors, too. */
    private static final int AT_A_TIME = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    private static final Duration LAST_EVENTS_WITHIN = Duration.ofSeconds(10);

    private final Map<String, Projection> projections;
    private final RowsAhead rows;
    private final Configuration axon;
    private final TransactionManager transactions;
    private final TokenStore tokens;
    private final JdbcTemplate db;
    private final RebuildRuns runs;
    private final Takeover takeover;
    private final Turns turns;

    private ScheduledExecutorService workers;

    Rebuilds(
            List<Projection> projections,
            RowsAhead rows,
            Configuration axon,
            TransactionManager transactions,
            TokenStore tokens,
            JdbcTemplate db,
            RebuildRuns runs,
            Takeover takeover,
            Turns turns) {
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.rows = rows;
        this.axon = axon;
        this.transactions = transactions;
        this.tokens = tokens;
        this.db = db;
        this.runs = runs;
        this.takeover = takeover;
        this.turns = turns;
    }

    /** Begins a rebuild, unless one of the same view is under way. */
    void begin(Projection projection) {
        var head = axon.eventStore().createHeadToken();
        var total = head == null ? 0 : head.position().orElse(0);
        var turn = turns.take(projection.name());
        if (turn.isEmpty()) {
            return;
        }
        try {
            if (runs.begin(projection.name(), total)) {
                takeover.prepare(projection);
            }
        } finally {
            turn.get().close();
        }
        workers.execute(() -> goOnWith(projection));
    }

    /** With a rebuild that was begun, here or by a node that has died, unless a living one is at it. */
    private void goOnWith(Projection projection) {
        try (var turn = turns.take(projection.name()).orElse(null)) {
            if (turn != null && runs.underWay().contains(projection.name())) {
                rebuild(projection);
            }
        }
    }

    private void rebuild(Projection projection) {
        var inRebuildSchema = new InRebuildSchema(transactions, db);
        try (var shadow = new ShadowProcessor(projection, rows, axon, inRebuildSchema, tokens)) {
            shadow.start();
            while (!shadow.isCaughtUp() || takeover.hasToWait() || !finish(projection, shadow)) {
                shadow.failure().ifPresent(failure -> {
                    throw new IllegalStateException(describe(failure), failure);
                });
                runs.progressed(projection.name(), shadow.position());
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt(); // goes on at the next start
        } catch (RuntimeException e) {
            if (StoreAway.isBehind(e)) {
                log.warn("The rebuild of {} goes on when the database is back", projection.name(), e);
                return;
            }
            log.warn("The rebuild of {} failed; the view stays as it was", projection.name(), e);
            takeover.fail(projection, e.getMessage());
        }
    }

    /** Halts the living view for the moment in which the new one takes its place. */
    private boolean finish(Projection projection, ShadowProcessor shadow) throws InterruptedException {
        var live = axon.eventProcessingConfiguration()
                .eventProcessor(projection.name(), StreamingEventProcessor.class)
                .orElseThrow();
        live.shutDown();
        try {
            // the view must not go back in time: what the living one may have told is told by the new one too
            var head = axon.eventStore().createHeadToken();
            var deadline = System.nanoTime() + LAST_EVENTS_WITHIN.toNanos();
            while (!shadow.hasReached(head)) {
                if (System.nanoTime() > deadline || shadow.failure().isPresent()) {
                    return false;
                }
                Thread.sleep(1);
            }
            shadow.close();
            takeover.happen(projection);
            return true;
        } finally {
            live.start();
        }
    }

    private static String describe(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    @Override
    public void start() {
        workers = Executors.newScheduledThreadPool(AT_A_TIME, new AxonThreadFactory("rebuilds"));
        workers.scheduleWithFixedDelay(this::takeUp, 0, TAKE_UP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void takeUp() {
        try {
            runs.underWay().stream()
                    .map(projections::get)
                    .filter(Objects::nonNull)
                    .forEach(projection -> workers.execute(() -> goOnWith(projection)));
        } catch (RuntimeException e) {
            log.warn("Could not look for rebuilds to go on with", e); // the database is away; next time
        }
    }

    @Override
    public void stop() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers = null;
    }

    @Override
    public boolean isRunning() {
        return workers != null;
    }
}
