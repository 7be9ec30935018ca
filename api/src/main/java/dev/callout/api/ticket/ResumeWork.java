package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Go on after a pause; without a technician it is the date that was reached. */
@AllowedTo({TECHNICIAN, SYSTEM})
public record ResumeWork(@TargetAggregateIdentifier String ticketId, String technicianId, Instant occurredAt)
        implements TicketCommand {}
