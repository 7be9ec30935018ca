package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Report the problem as fixed, and how. */
@AllowedTo({TECHNICIAN})
public record ResolveTicket(
        @TargetAggregateIdentifier String ticketId, String technicianId, String workDone, Instant occurredAt)
        implements TicketCommand {}
