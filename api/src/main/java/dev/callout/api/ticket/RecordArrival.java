package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Say that the technician is at the site. */
@AllowedTo({TECHNICIAN})
public record RecordArrival(@TargetAggregateIdentifier String ticketId, String technicianId, Instant occurredAt)
        implements TicketCommand {}
