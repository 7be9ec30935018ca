package dev.callout.command.order;

import dev.callout.platform.axon.PromptEvents;
import java.util.Set;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers are written in the transaction of the command: if a register can't be written, nothing is. */
@Configuration(proxyBeanMethods = false)
class RegisterProcessing {

    static final Set<String> GROUPS =
            Set.of(References.GROUP, CustomerMatches.GROUP, "register-sla", "register-tickets");

    @Bean
    ConfigurerModule registersInTheCommandsTransaction() {
        return configurer -> configurer.eventProcessing(processing -> {
            for (var group : GROUPS) {
                processing.registerSubscribingEventProcessor(group);
                processing.registerListenerInvocationErrorHandler(group, config -> PropagatingErrorHandler.INSTANCE);
                processing.registerErrorHandler(group, config -> PropagatingErrorHandler.INSTANCE);
            }
        });
    }

    @Bean
    @ConditionalOnProperty(name = "callout.event-store", havingValue = "axon-server")
    ConfigurerModule registersThatMissedSomething() {
        return configurer -> configurer.eventProcessing(processing -> processing
                .registerPooledStreamingEventProcessor(
                        RegisterCatchUp.GROUP,
                        configuration -> configuration.getComponent(PromptEvents.class),
                        (configuration, processor) ->
                                processor.initialSegmentCount(1).initialToken(source -> source.createTailToken()))
                .registerListenerInvocationErrorHandler(
                        RegisterCatchUp.GROUP, configuration -> PropagatingErrorHandler.INSTANCE));
    }
}
