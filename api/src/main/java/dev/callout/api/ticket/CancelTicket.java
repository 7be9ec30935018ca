package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Withdraw a ticket that is a duplicate or invalid. */
@AllowedTo({MANAGER})
public record CancelTicket(
        @TargetAggregateIdentifier String ticketId, CancelReason cause, String note, Instant occurredAt)
        implements TicketCommand {}
