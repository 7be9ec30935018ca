package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a closed ticket out of the daily lists. */
@AllowedTo({SYSTEM})
public record ArchiveTicket(@TargetAggregateIdentifier String ticketId) implements TicketCommand {}
