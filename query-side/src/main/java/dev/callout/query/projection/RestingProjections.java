package dev.callout.query.projection;

import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where views are kept by other processes: projections hear of nothing, and only serve to look into the past. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "callout.role", havingValue = "command")
class RestingProjections {

    @Bean
    ConfigurerModule projectionsAtRest(ObjectProvider<Projection> projections) {
        return configurer -> configurer.eventProcessing(processing -> projections.forEach(projection ->
                processing.registerSubscribingEventProcessor(projection.name(), axon -> processor -> () -> true)));
    }
}
