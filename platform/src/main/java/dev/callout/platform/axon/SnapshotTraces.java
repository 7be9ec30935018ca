package dev.callout.platform.axon;

import dev.callout.platform.privacy.PersonalTraces;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an aggregate looked like lately; the events tell the rest, so none has to be kept. */
@Component
class SnapshotTraces implements PersonalTraces {

    private final JdbcClient database;

    SnapshotTraces(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void erase(Collection<String> personIds, Collection<String> aggregateIds) {
        database.sql("DELETE FROM snapshot_event_entry WHERE aggregate_identifier = ANY(:ids)")
                .param("ids", aggregateIds.toArray(String[]::new))
                .update();
    }
}
