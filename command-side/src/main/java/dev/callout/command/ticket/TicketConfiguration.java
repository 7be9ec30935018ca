package dev.callout.command.ticket;

import dev.callout.domain.ticket.TicketPolicy;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the domain what it may know of the world: the time, and what the company has settled. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TicketCatalog.class)
class TicketConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TicketPolicy ticketPolicy(TicketCatalog catalog) {
        return new TicketPolicy(catalog.reopenWithin());
    }
}
