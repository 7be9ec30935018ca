package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The ticket was a mistake: a duplicate, invalid or withdrawn. */
@Revision("1")
public record TicketCancelled(
        String ticketId,
        String contactId,
        CancelReason cause,

        @Personal(
                value = {"contactId", "ticketId"},
                by = Personal.ACTOR)
        String note,

        Instant occurredAt)
        implements TicketEvent {}
