package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Another contact or site of the same customer is concerned. */
@Revision("2")
public record ReporterChanged(String ticketId, String contactId, String siteId, Instant occurredAt)
        implements TicketEvent {}
