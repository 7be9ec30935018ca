package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Close a resolved ticket that nobody confirmed or rejected in time. */
@AllowedTo({SYSTEM})
public record CloseUnconfirmed(@TargetAggregateIdentifier String ticketId, Instant occurredAt)
        implements TicketCommand {}
