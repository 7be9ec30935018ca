package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take the assignment on; a member of the assigned team becomes its technician. */
@AllowedTo({TECHNICIAN})
public record AcceptTicket(
        @TargetAggregateIdentifier String ticketId, String technicianId, List<String> teamIds, Instant occurredAt)
        implements TicketCommand {}
