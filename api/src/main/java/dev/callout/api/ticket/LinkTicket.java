package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Say that two tickets belong together. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, SUPPORT, SYSTEM})
public record LinkTicket(@TargetAggregateIdentifier String ticketId, String otherTicketId, LinkKind kind)
        implements TicketCommand {}
