package dev.callout.platform.axon;

import java.time.Duration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events in Axon Server, and commands and queries on their way through it; all else stays as it is on PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "callout.event-store", havingValue = "axon-server")
class AxonServerProfile {

    @Bean
    PromptEvents promptEvents(EventStore store) {
        return new AxonServerEvents(store);
    }

    /** As the framework makes it, but with failures that survive the journey. */
    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(
            TransactionManager transactions,
            DuplicateCommandHandlerResolver duplicates,
            org.axonframework.config.Configuration configuration) {
        var bus = new FailuresThatTravel(SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(configuration.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus")));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }

    @Bean
    WaitForAxonServer waitForAxonServer(
            AxonServerConnectionManager connections,
            @Value("${axon.axonserver.servers}") String address,
            @Value("${callout.axon-server-patience:#{null}}") Duration patience) {
        return new WaitForAxonServer(connections, address, patience);
    }

    @Bean
    HealthIndicator axonServerHealthIndicator(AxonServerConnectionManager connections) {
        return () -> connections.isConnected(connections.getDefaultContext())
                ? Health.up().build()
                : Health.down().build();
    }
}
