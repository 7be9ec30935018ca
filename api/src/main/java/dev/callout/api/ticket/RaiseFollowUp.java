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
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Report that the problem of a ticket goes on; what the new ticket leaves out is as it is on the earlier one. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, SUPPORT, CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER, SYSTEM})
public record RaiseFollowUp(@TargetAggregateIdentifier String ticketId, RaiseTicket followUp)
        implements TicketCommand {}
