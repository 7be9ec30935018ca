package dev.callout.platform.processors;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has event processors go on as soon as the database is back. Left alone, they double the time until their next try with
 * each that fails, several times a second, and rest for a minute after an outage of seconds.
 */
@Component
class Comeback {

    private static final Logger log = LoggerFactory.getLogger(Comeback.class);

    /** Looks, a second apart; tries that were under way when the database came back may still fail and be put off. */
    private static final int LOOKS = 15;

    private final JdbcClient db;
    private final EventProcessingConfiguration processing;
    private final StoredPositions positions;
    private OffsetDateTime runsSince;
    private int left;

    Comeback(JdbcClient db, EventProcessingConfiguration processing, StoredPositions positions) {
        this.db = db;
        this.processing = processing;
        this.positions = positions;
    }

    void databaseIsAway() {
        left = LOOKS;
    }

    void databaseIsHere() {
        var since = db.sql("SELECT pg_postmaster_start_time()")
                .query(OffsetDateTime.class)
                .single();
        if (runsSince != null && !since.equals(runsSince)) {
            left = LOOKS; // a restart may be over before anybody notices
        }
        runsSince = since;
        if (left > 0) {
            if (left-- == LOOKS) {
                log.info("The database is back; event processors go on");
            }
            var segments = positions.all();
            processing
                    .eventProcessors()
                    .forEach((name, processor) -> goOn(processor, segments.getOrDefault(name, Map.of())));
        }
    }

    private static void goOn(EventProcessor processor, Map<Integer, ?> segments) {
        if (processor instanceof StreamingEventProcessor streaming && streaming.isRunning()) {
            // Until a second ago, so no longer: it does not let go of those that it works on.
            segments.keySet().forEach(segment -> streaming.releaseSegment(segment, -1, TimeUnit.SECONDS));
        }
    }
}
