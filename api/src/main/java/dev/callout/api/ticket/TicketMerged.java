package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The ticket was found to be a duplicate and lives on in another one. */
@Revision("1")
public record TicketMerged(
        String ticketId,
        String intoTicketId,
        String intoNumber,
        boolean acrossCustomers,
        String reason,
        WorkState before,
        Instant occurredAt)
        implements TicketEvent {}
