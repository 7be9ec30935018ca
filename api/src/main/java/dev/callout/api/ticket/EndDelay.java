package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Wait no longer for a date the customer asked for. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, SUPPORT})
public record EndDelay(@TargetAggregateIdentifier String ticketId, String endedBy, Instant occurredAt)
        implements TicketCommand {}
