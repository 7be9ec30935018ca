package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** Another contact or site of the same customer is concerned. */
@Revision("1")
public record ReporterChanged(String ticketId, String contactId, String siteId) implements TicketEvent {}
