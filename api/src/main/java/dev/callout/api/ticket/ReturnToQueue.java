package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a ticket back from a technician, or from a team without technician, who can't work on it any more. */
@AllowedTo({SYSTEM})
public record ReturnToQueue(
        @TargetAggregateIdentifier String ticketId, String technicianId, String teamId, ReturnCause cause)
        implements TicketCommand {}
