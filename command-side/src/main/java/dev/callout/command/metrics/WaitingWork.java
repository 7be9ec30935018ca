package dev.callout.command.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows what the product still has to do by itself: mail to send, jobs whose time has come. */
@Component
class WaitingWork implements MeterBinder {

    private final JdbcClient db;

    WaitingWork(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        count(registry, "callout.outbox.waiting", "Mail not sent yet", "mail WHERE state = 'WAITING'");
        count(registry, "callout.outbox.failed", "Mail that could not be sent", "mail WHERE state = 'FAILED'");
        count(
                registry,
                "callout.jobs.overdue",
                "Jobs that should have begun a minute ago",
                "scheduled_tasks WHERE NOT picked AND execution_time < now() - interval '1 minute'");
        count(
                registry,
                "callout.jobs.failing",
                "Jobs that failed last",
                "scheduled_tasks WHERE consecutive_failures > 0");
    }

    private void count(MeterRegistry registry, String meter, String description, String what) {
        Gauge.builder(
                        meter,
                        () -> db.sql("SELECT count(*) FROM " + what)
                                .query(Long.class)
                                .single())
                .description(description)
                .register(registry);
    }
}
