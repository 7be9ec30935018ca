package dev.callout.query.ticket;

import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.SlaBreachDisputed;
import dev.callout.api.ticket.SlaDisputeDecided;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;

/** What is news to a customer: what staff does among itself must not even show as a time. */
public final class News {

    private News() {}

    public static boolean is(TicketEvent event) {
        return !(event instanceof NoteAdded
                || event instanceof PersonErasedFromTicket
                || event instanceof TicketEscalated
                || event instanceof TicketWatched
                || event instanceof TicketUnwatched
                || event instanceof TicketArchived
                || event instanceof SlaBreachDisputed
                || event instanceof SlaDisputeDecided
                || (event instanceof FileAttached file && file.internal()));
    }
}
