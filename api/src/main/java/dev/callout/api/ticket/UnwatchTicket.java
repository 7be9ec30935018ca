package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.BILLING;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.PARTS;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask to hear no more. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, PARTS, QUALITY, BILLING, SUPPORT})
public record UnwatchTicket(@TargetAggregateIdentifier String ticketId, String accountId) implements TicketCommand {}
