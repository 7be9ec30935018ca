package dev.callout.platform.audit;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where stored events are read from: the place that the event store has them in. */
@Configuration(proxyBeanMethods = false)
class StoredEventsConfiguration {

    @Bean
    @ConditionalOnProperty(name = "callout.event-store", havingValue = "postgres", matchIfMissing = true)
    StoredEvents storedEventsInPostgres(JdbcClient db) {
        return new PostgresStoredEvents(db);
    }

    @Bean
    @ConditionalOnProperty(name = "callout.event-store", havingValue = "axon-server")
    StoredEvents storedEventsInAxonServer(AxonServerConnectionManager connections) {
        return new AxonServerStoredEvents(() -> connections.getConnection().eventChannel());
    }
}
