package dev.callout.api.ticket;

import dev.callout.api.Personal;
import dev.callout.api.sla.SlaPromise;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A customer reported a problem; {@code number} is what people call the ticket. Without a promise if no policy is for such
 * tickets.
 */
@Revision("2")
public record TicketRaised(
        String ticketId,
        String number,
        String customerId,
        String contactId,
        String siteId,
        String raisedBy,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "raisedBy")
        String title,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "raisedBy")
        String description,

        TicketType type,
        String category,
        String subCategory,
        Priority requestedPriority,
        Priority priority,
        Channel channel,
        String product,
        String serialNumber,
        String language,
        String followUpOf,
        SlaPromise promise,
        Instant occurredAt)
        implements TicketEvent {}
