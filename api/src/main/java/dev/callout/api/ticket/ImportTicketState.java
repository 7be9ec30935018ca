package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take over one line of another help desk's history; not {@code exact} where its state has no equal here.
 *
 * @param occurredAt the line's own time
 * @param stepAt when its steps count as taken: never before a line above it
 */
@AllowedTo({SYSTEM})
public record ImportTicketState(
        @TargetAggregateIdentifier String ticketId,
        String source,
        String sourceReference,
        long sourceLine,
        String sourceState,
        TicketStatus status,
        String technicianId,
        String teamId,
        Priority priority,
        TicketType type,
        String category,
        String subCategory,
        String contactId,
        String siteId,
        String resolvedBy,
        String workDone,
        Instant resolvedAt,
        boolean exact,
        Instant occurredAt,
        Instant stepAt)
        implements TicketCommand {}
