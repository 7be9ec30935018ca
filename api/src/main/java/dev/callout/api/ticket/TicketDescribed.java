package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** Title or description were put right. */
@Revision("1")
public record TicketDescribed(String ticketId, String contactId, String title, String description)
        implements TicketEvent {}
