package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A manager closed the ticket; without resolution it does not count for resolution promises. */
@Revision("1")
public record TicketClosedAdministratively(
        String ticketId,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = Personal.ACTOR)
        String reason,

        boolean withoutResolution,
        Instant occurredAt)
        implements TicketEvent {}
