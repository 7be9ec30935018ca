package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The ticket was found to be a duplicate and lives on in another one. */
@Revision("1")
public record TicketMerged(
        String ticketId,
        String contactId,
        String intoTicketId,
        String intoNumber,
        boolean acrossCustomers,

        @Personal(
                value = {"contactId", "ticketId"},
                by = Personal.ACTOR)
        String reason,

        WorkState before,
        Instant occurredAt)
        implements TicketEvent {}
