package dev.callout.command.ticket;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketLimits;
import dev.callout.domain.ticket.TicketEvents;
import dev.callout.domain.ticket.TicketPolicy;
import jakarta.servlet.MultipartConfigElement;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the domain what the company has settled. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TicketCatalog.class)
class TicketConfiguration {

    private static final int FORM_AROUND_A_FILE = 1024 * 1024;
    private static final int KEPT_IN_MEMORY = 64 * 1024;

    /** As large as an attachment and what a form puts around it; the controller says so of the rest in words. */
    @Bean
    MultipartConfigElement multipartConfig(TicketCatalog catalog) {
        var request = catalog.attachmentLimit() + FORM_AROUND_A_FILE;
        return new MultipartConfigElement("", request, request, KEPT_IN_MEMORY);
    }

    @Bean
    TicketEvents ticketEvents(EventStore events) {
        return ticketId -> events.readEvents(ticketId)
                .asStream()
                .map(event -> (TicketEvent) event.getPayload())
                .toList();
    }

    @Bean
    TicketPolicy ticketPolicy(TicketCatalog catalog) {
        return new TicketPolicy(
                catalog.reopenWithin(),
                catalog.closeAfter(),
                new TicketLimits(catalog.messageLimit(), catalog.fileLimit(), catalog.characterLimit()));
    }
}
