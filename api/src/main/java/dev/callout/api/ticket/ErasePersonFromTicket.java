package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Note on a ticket that a person it tells of was erased. */
@AllowedTo(SYSTEM)
public record ErasePersonFromTicket(
        @TargetAggregateIdentifier String ticketId, String erasureId, List<String> erased) implements TicketCommand {}
