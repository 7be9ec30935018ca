package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Wait for the customer or for parts. */
@AllowedTo({TECHNICIAN})
public record PauseWork(
        @TargetAggregateIdentifier String ticketId,
        String technicianId,
        WaitingFor waitingFor,
        String reason,
        Instant resumeAt,
        Instant occurredAt)
        implements TicketCommand {}
