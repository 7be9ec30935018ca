package dev.callout.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.query.QueryTest;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The names are stored with the positions: a new one starts from the beginning, a lost one leaves its rows stale. */
@QueryTest
class ProcessingGroupsIT {

    private static final String[] GROUPS = {
        "projection-accounts",
        "projection-bulk-operations",
        "projection-customer-tickets",
        "projection-customer-timeline",
        "projection-customers",
        "projection-erasures",
        "projection-sla-tracking",
        "projection-sla-book",
        "projection-ticket-board",
        "projection-ticket-counters",
        "projection-ticket-details",
        "projection-ticket-history",
        "projection-ticket-timeline"
    };

    private @Autowired EventProcessingConfiguration processing;
    private @Autowired List<Projection> projections;
    private @Autowired JdbcClient db;

    @Test
    void the_processors_are_those_we_know() {
        assertThat(processing.eventProcessors().keySet().stream().filter(name -> name.startsWith("projection-")))
                .containsExactlyInAnyOrder(GROUPS);
        assertThat(projections).extracting(Projection::name).containsExactlyInAnyOrder(GROUPS);
    }

    @Test
    void each_is_pooled_and_keeps_its_dead_letters() {
        for (var group : GROUPS) {
            assertThat(processing.eventProcessor(group, PooledStreamingEventProcessor.class))
                    .isPresent();
            assertThat(processing.deadLetterQueue(group)).isPresent();
        }
    }

    @Test
    void no_column_is_a_large_object() {
        assertThat(db.sql(
                                "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'oid'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void every_view_belongs_to_one_projection() {
        assertThat(projections.stream().flatMap(projection -> projection.tables().stream()))
                .doesNotHaveDuplicates();
    }
}
