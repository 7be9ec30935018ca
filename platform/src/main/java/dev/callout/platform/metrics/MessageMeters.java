package dev.callout.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures every command and query by its name and outcome, and counts the events that were stored. */
@Configuration(proxyBeanMethods = false)
class MessageMeters {

    @Bean
    ConfigurerModule measureMessages(ObjectProvider<MeterRegistry> registries) {
        return configurer -> registries.ifAvailable(registry -> {
            configurer.configureMessageMonitor(
                    CommandBus.class, config -> new MessageTimer(registry, "callout.commands", "command"));
            configurer.configureMessageMonitor(
                    QueryBus.class, config -> new MessageTimer(registry, "callout.queries", "query"));
            configurer.configureMessageMonitor(EventStore.class, config -> new EventCounter(registry));
        });
    }
}
