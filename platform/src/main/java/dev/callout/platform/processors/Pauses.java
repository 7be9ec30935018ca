package dev.callout.platform.processors;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.lifecycle.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which event processors an operator told to rest. It is written down for all nodes: each looks every second, so that a
 * pause holds everywhere within two seconds, and over a restart.
 */
@Component
class Pauses implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Pauses.class);

    private final JdbcClient db;
    private final EventProcessingConfiguration processing;
    private final Comeback comeback;
    private final Set<String> stoppedHere = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService look;

    Pauses(JdbcClient db, EventProcessingConfiguration processing, Comeback comeback) {
        this.db = db;
        this.processing = processing;
        this.comeback = comeback;
    }

    Set<String> names() {
        return new HashSet<>(db.sql("SELECT processor_name FROM processor_pause")
                .query(String.class)
                .list());
    }

    void pause(String processor, String by) {
        db.sql("INSERT INTO processor_pause (processor_name, paused_by) VALUES (:processor, :by)"
                        + " ON CONFLICT (processor_name) DO NOTHING")
                .param("processor", processor)
                .param("by", by)
                .update();
        follow();
    }

    void resume(String processor) {
        db.sql("DELETE FROM processor_pause WHERE processor_name = :processor")
                .param("processor", processor)
                .update();
        follow();
    }

    /** Starts only what it has stopped itself: a rebuild also stops a processor, and for a reason of its own. */
    private synchronized void follow() {
        var paused = names();
        processing.eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor) {
                if (paused.contains(name)) {
                    stoppedHere.add(name);
                    if (processor.isRunning()) {
                        processor.shutDown();
                    }
                } else if (stoppedHere.remove(name)) {
                    processor.start();
                }
            }
        });
    }

    private void look() {
        try {
            follow();
            comeback.databaseIsHere();
        } catch (RuntimeException e) {
            comeback.databaseIsAway();
            log.warn("Could not look which processors are paused: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        look(); // at once: what was paused before the restart should not get far
        look = new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("pauses"));
        look.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        look.shutdownNow();
        look = null;
    }

    @Override
    public boolean isRunning() {
        return look != null;
    }

    /** Right after the processors. */
    @Override
    public int getPhase() {
        return Phase.INBOUND_EVENT_CONNECTORS + 1;
    }
}
