package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Say that two tickets no longer belong together. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, SUPPORT})
public record UnlinkTicket(@TargetAggregateIdentifier String ticketId, String otherTicketId, LinkKind kind)
        implements TicketCommand {}
