package dev.callout.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Inside;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.deadline.SimpleDeadlineManager;
import org.axonframework.eventhandling.deadletter.jpa.JpaSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;

/** Auto-configuration chooses by what it finds on the class path; what it must have chosen in the end. */
@ExtendWith(RunningCallout.class)
class BeansIT {

    private final ApplicationContext context;
    private final RunningCallout callout;

    BeansIT(RunningCallout callout) {
        this.callout = callout;
        context = Inside.of(callout);
    }

    @Test
    void keep_events_and_positions_in_postgresql() {
        assertThat(context.getBean(EventStorageEngine.class)).isInstanceOf(JdbcEventStorageEngine.class);
        assertThat(context.getBean(EventStore.class)).isInstanceOf(EmbeddedEventStore.class);
        assertThat(context.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
        assertThat(context.getBean(org.axonframework.common.transaction.TransactionManager.class))
                .isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void keep_dead_letters_by_jpa() {
        var processing = context.getBean(EventProcessingConfiguration.class);
        assertThat(processing.eventProcessors().keySet().stream().filter(group -> group.startsWith("projection-")))
                .isNotEmpty()
                .allSatisfy(group -> assertThat(processing.deadLetterQueue(group))
                        .get()
                        .isInstanceOf(JpaSequencedDeadLetterQueue.class));
    }

    @Test
    void write_json_by_three_serializers_of_our_own() {
        assertThat(context.getBeansOfType(Serializer.class))
                .containsOnlyKeys("serializer", "eventSerializer", "messageSerializer")
                .allSatisfy((name, serializer) -> assertThat(serializer).isInstanceOf(Jackson3Serializer.class));
        assertThat(context.getBeanDefinitionNames())
                .filteredOn(name -> name.toLowerCase().contains("serializer"))
                .isNotEmpty();
    }

    @Test
    void keep_nothing_that_is_due_in_memory() {
        assertThat(context.getBeanNamesForType(SimpleDeadlineManager.class)).isEmpty();
    }

    @Test
    void use_a_snapshot_filter_of_our_own() {
        assertThat(context.getBean(SnapshotFilter.class).getClass().getName()).startsWith("dev.callout.platform.");
    }

    @Test
    void keep_no_large_objects() {
        var oids = Inside.database(callout)
                .sql("SELECT table_name || '.' || column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'public' AND data_type = 'oid'")
                .query(String.class)
                .list();
        assertThat(oids).isEmpty();
    }
}
