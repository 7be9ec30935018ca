package dev.callout.query.privacy;

import dev.callout.api.privacy.PersonErasureCompleted;
import dev.callout.api.privacy.PersonErasureOrdered;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** The erasures of persons, each with its certificate once it is completed. */
@Component
@ProcessingGroup("projection-erasures")
class ErasuresProjection implements Projection {

    private final ErasureRows rows;

    ErasuresProjection(ErasureRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(PersonErasureOrdered event, @Timestamp Instant orderedAt, @SequenceNumber long version) {
        rows.save(new ErasureRow(event, orderedAt, version));
    }

    @EventHandler
    void on(PersonErasureCompleted event, @Timestamp Instant completedAt, @SequenceNumber long version) {
        rows.findById(event.erasureId()).orElseThrow().on(event, completedAt, version);
    }

    @Override
    public List<String> tables() {
        return List.of("erasure");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of();
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(ErasureRow.class, "erasure_id = ANY(?1)");
    }
}
