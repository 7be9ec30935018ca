package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let a duplicate live on in another ticket; {@code reopen} says that one which is no longer open is reopened for it. */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT})
public record MergeTicket(
        @TargetAggregateIdentifier String ticketId,
        String intoTicketId,
        boolean acrossCustomers,
        boolean reopen,
        String mergedBy,
        String reason,
        Instant occurredAt)
        implements TicketCommand {}
