package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The customer agreed that the problem is solved; the ticket is closed. */
@Revision("1")
public record ResolutionConfirmed(
        String ticketId, String confirmedBy, String contactId, String comment, Instant occurredAt)
        implements TicketEvent {}
