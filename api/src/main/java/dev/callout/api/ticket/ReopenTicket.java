package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Say that the problem is not solved. */
@AllowedTo({MANAGER, DISPATCHER, QUALITY, SUPPORT, CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER})
public record ReopenTicket(
        @TargetAggregateIdentifier String ticketId, String reopenedBy, String reason, Instant occurredAt)
        implements TicketCommand {}
