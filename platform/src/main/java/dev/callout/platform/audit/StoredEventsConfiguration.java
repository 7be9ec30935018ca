package dev.callout.platform.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where stored events are read from: the place that the event store has them in. */
@Configuration(proxyBeanMethods = false)
class StoredEventsConfiguration {

    @Bean
    StoredEvents storedEvents(JdbcClient db) {
        return new PostgresStoredEvents(db);
    }
}
