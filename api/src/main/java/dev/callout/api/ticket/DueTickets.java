package dev.callout.api.ticket;

import java.time.Instant;
import java.util.List;

/** Tickets whose time has come. */
public record DueTickets(List<DueTicket> items) {

    /** One ticket, and since when. */
    public record DueTicket(String ticketId, Instant dueAt) {}
}
