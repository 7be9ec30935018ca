package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Go on after a pause. */
@AllowedTo({TECHNICIAN})
public record ResumeWork(@TargetAggregateIdentifier String ticketId, String technicianId, Instant occurredAt)
        implements TicketCommand {}
