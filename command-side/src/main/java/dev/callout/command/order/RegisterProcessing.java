package dev.callout.command.order;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers are written in the transaction of the command: if a register can't be written, nothing is. */
@Configuration(proxyBeanMethods = false)
class RegisterProcessing {

    @Bean
    ConfigurerModule registersInTheCommandsTransaction() {
        return configurer -> configurer.eventProcessing(processing -> {
            for (var group : new String[] {References.GROUP, "register-tickets"}) {
                processing.registerSubscribingEventProcessor(group);
                processing.registerListenerInvocationErrorHandler(group, config -> PropagatingErrorHandler.INSTANCE);
                processing.registerErrorHandler(group, config -> PropagatingErrorHandler.INSTANCE);
            }
        });
    }
}
