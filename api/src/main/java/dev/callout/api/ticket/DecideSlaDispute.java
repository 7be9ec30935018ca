package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;
import dev.callout.api.sla.SlaClock;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Accept or reject, as somebody who did not report it, what would undo a recorded breach. */
@AllowedTo({MANAGER})
public record DecideSlaDispute(
        @TargetAggregateIdentifier String ticketId,
        SlaClock clock,
        int cycle,
        boolean accepted,
        String decidedBy,
        String reason)
        implements TicketCommand {}
