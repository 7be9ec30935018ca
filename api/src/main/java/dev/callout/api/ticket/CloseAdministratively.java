package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Close the ticket whatever its status, for a reason. */
@AllowedTo({MANAGER})
public record CloseAdministratively(
        @TargetAggregateIdentifier String ticketId, String reason, Instant occurredAt) implements TicketCommand {}
