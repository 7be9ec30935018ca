package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put the ticket's description right; only what differs becomes an event. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, SUPPORT})
public record CorrectTicket(
        @TargetAggregateIdentifier String ticketId,
        String title,
        String description,
        TicketType type,
        String category,
        String subCategory,
        String contactId,
        String siteId,
        String product,
        String serialNumber)
        implements TicketCommand {}
