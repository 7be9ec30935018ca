package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Look whether a threshold is reached or a promise broken. Answered with {@link SlaChecked}. */
@AllowedTo({SYSTEM})
public record CheckSla(@TargetAggregateIdentifier String ticketId) implements TicketCommand {}
