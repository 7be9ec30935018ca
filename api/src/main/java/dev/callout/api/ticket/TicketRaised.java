package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A customer reported a problem; {@code number} is what people call the ticket. */
@Revision("1")
public record TicketRaised(
        String ticketId,
        String number,
        String customerId,
        String contactId,
        String siteId,
        String raisedBy,
        @Personal({"contactId", "ticketId"}) String title,
        @Personal({"contactId", "ticketId"}) String description,
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
        Instant occurredAt)
        implements TicketEvent {}
