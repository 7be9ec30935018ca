package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** One line of another help desk's history was taken over; what it changed stands in the events before this one. */
@Revision("1")
public record HistoryLineImported(
        String ticketId, String source, String sourceReference, long sourceLine, Instant occurredAt)
        implements TicketEvent {}
