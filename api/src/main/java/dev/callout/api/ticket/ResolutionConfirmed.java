package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The customer agreed that the problem is solved; the ticket is closed. */
@Revision("1")
public record ResolutionConfirmed(
        String ticketId,
        String confirmedBy,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "confirmedBy")
        String comment,

        Instant occurredAt)
        implements TicketEvent {}
