package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Report a problem. The id and the number are chosen by the sender. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, SUPPORT, CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER, SYSTEM})
public record RaiseTicket(
        @TargetAggregateIdentifier String ticketId,
        String number,
        String customerId,
        String contactId,
        String siteId,
        String raisedBy,
        String title,
        String description,
        TicketType type,
        String category,
        String subCategory,
        Priority requestedPriority,
        Priority priority,
        Channel channel,
        String product,
        String serialNumber,
        String language,
        String followUpOf,
        Instant occurredAt)
        implements TicketCommand {}
