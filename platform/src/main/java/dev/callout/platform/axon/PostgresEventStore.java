package dev.callout.platform.axon;

import dev.callout.platform.audit.KeyedSnapshots;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events and snapshots in PostgreSQL, in tables that Flyway made. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "callout.event-store", havingValue = "postgres", matchIfMissing = true)
class PostgresEventStore {

    /**
     * How long a gap in the global order is waited for. No append may live longer, or its events would never be seen:
     * the database's own transaction limit is far below.
     */
    private static final Duration GAP_TIMEOUT = Duration.ofMinutes(5);

    private static final Duration LOOK_FOR_FOREIGN_EVENTS_EVERY = Duration.ofMillis(250);
    private static final int READ_EVENTS_AT_A_TIME = 500;

    /**
     * Readers share the newest events in memory. One that falls behind them holds all that came since, so it is soon
     * made to read for itself: when somebody else stores a million events, memory must not hold them.
     */
    private static final int EVENTS_SHARED_IN_MEMORY = 5_000;

    private static final Duration LET_GO_OF_SLOW_READERS_EVERY = Duration.ofMillis(100);

    @Bean
    PostgresEvents eventStorageEngine(
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            org.axonframework.config.Configuration configuration,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager,
            PersistenceExceptionResolver persistenceExceptionResolver,
            KeyedSnapshots snapshots) {
        return new PostgresEvents(
                JdbcEventStorageEngine.builder()
                        .schema(EventSchema.builder()
                                .eventTable("domain_event_entry")
                                .snapshotTable("snapshot_event_entry")
                                .globalIndexColumn("global_index")
                                .timestampColumn("time_stamp")
                                .eventIdentifierColumn("event_identifier")
                                .aggregateIdentifierColumn("aggregate_identifier")
                                .sequenceNumberColumn("sequence_number")
                                .typeColumn("type")
                                .payloadTypeColumn("payload_type")
                                .payloadRevisionColumn("payload_revision")
                                .payloadColumn("payload")
                                .metaDataColumn("meta_data")
                                .build())
                        .snapshotSerializer(serializer)
                        .eventSerializer(eventSerializer)
                        .upcasterChain(configuration.upcasterChain())
                        .snapshotFilter(configuration.snapshotFilter())
                        .connectionProvider(connectionProvider)
                        .transactionManager(transactionManager)
                        .persistenceExceptionResolver(persistenceExceptionResolver)
                        .batchSize(READ_EVENTS_AT_A_TIME)
                        .gapTimeout((int) GAP_TIMEOUT.toMillis()),
                snapshots);
    }

    @Bean
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(PostgresEvents engine, org.axonframework.config.Configuration configuration) {
        return new GatheredEvents(EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(LOOK_FOR_FOREIGN_EVENTS_EVERY.toMillis())
                .cachedEvents(EVENTS_SHARED_IN_MEMORY)
                .cleanupDelay(LET_GO_OF_SLOW_READERS_EVERY.toMillis())
                .messageMonitor(configuration.messageMonitor(EmbeddedEventStore.class, "eventStore")));
    }

    @Bean
    PromptEvents promptEvents(EmbeddedEventStore store, PostgresEvents engine) {
        return new AnnouncedEvents(store, engine);
    }
}
