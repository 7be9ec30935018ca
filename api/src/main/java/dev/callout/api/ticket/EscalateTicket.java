package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask a person or a team for help. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, QUALITY, SUPPORT, SYSTEM})
public record EscalateTicket(
        @TargetAggregateIdentifier String ticketId,
        String escalatedBy,
        String toAccountId,
        String toTeamId,
        String reason,
        Instant occurredAt)
        implements TicketCommand {}
