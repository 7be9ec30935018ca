package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let a duplicate live on in another ticket.
 *
 * @param reopen whether one that is no longer open is reopened for it
 * @param moreUrgentPriority whether the other takes the duplicate's priority if that is more urgent
 */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT})
public record MergeTicket(
        @TargetAggregateIdentifier String ticketId,
        String intoTicketId,
        boolean acrossCustomers,
        boolean reopen,
        boolean moreUrgentPriority,
        String mergedBy,
        String reason,
        Instant occurredAt)
        implements TicketCommand {}
