package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The problem is fixed, as the technician sees it; {@code workDone} is told to the customer. */
@Revision("1")
public record TicketResolved(
        String ticketId,
        String technicianId,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = Personal.ACTOR)
        String workDone,

        boolean firstResponse,
        Instant occurredAt)
        implements TicketEvent {}
