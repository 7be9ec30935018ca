package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Go on after a pause whose date is reached. */
@AllowedTo({SYSTEM})
public record ResumeDueWork(@TargetAggregateIdentifier String ticketId) implements TicketCommand {}
