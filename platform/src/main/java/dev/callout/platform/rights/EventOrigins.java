package dev.callout.platform.rights;

import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets every event say who caused it, in which role, how and from which device, and which command and story it belongs to. */
@Configuration(proxyBeanMethods = false)
class EventOrigins {

    @Bean
    CorrelationDataProvider whoCausedIt() {
        return new SimpleCorrelationDataProvider(
                Actors.ACTOR, Actors.ROLE, Actors.CHANNEL, Actors.DEVICE, Actors.CLOCK_SKEW, Actors.COMMAND_ID);
    }

    @Bean
    CorrelationDataProvider whichStoryItBelongsTo() { // ours above makes Axon's default step back
        return new MessageOriginProvider();
    }
}
