package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Weigh the ticket anew. */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT, SYSTEM})
public record ChangePriority(
        @TargetAggregateIdentifier String ticketId,
        Priority priority,
        String changedBy,
        String reason,
        Instant occurredAt)
        implements TicketCommand {}
