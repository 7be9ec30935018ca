package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a merge back. */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT})
public record UnmergeTicket(@TargetAggregateIdentifier String ticketId, String reason, Instant occurredAt)
        implements TicketCommand {}
