package dev.callout.api.ticket;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** Title or description were put right. */
@Revision("1")
public record TicketDescribed(
        String ticketId,
        String contactId,
        @Personal({"contactId", "ticketId"}) String title,
        @Personal({"contactId", "ticketId"}) String description)
        implements TicketEvent {}
