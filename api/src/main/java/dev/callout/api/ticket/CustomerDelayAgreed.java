package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The customer asked to wait until a date; it ends by itself, and takes the place of one agreed before. */
@Revision("1")
public record CustomerDelayAgreed(
        String ticketId,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "agreedBy")
        String reason,

        Instant until,
        String agreedBy,
        Instant occurredAt)
        implements TicketEvent {}
