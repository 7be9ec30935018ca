package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A merge was taken back: the ticket stands again as it stood before. */
@Revision("1")
public record TicketUnmerged(
        String ticketId,
        String contactId,
        String fromTicketId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = Personal.ACTOR)
        String reason,

        WorkState restored,
        Instant occurredAt)
        implements TicketEvent {}
