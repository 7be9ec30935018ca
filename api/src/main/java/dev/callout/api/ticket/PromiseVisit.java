package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Settle that somebody has to go there. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, SUPPORT})
public record PromiseVisit(@TargetAggregateIdentifier String ticketId, String promisedBy, Instant occurredAt)
        implements TicketCommand {}
