package dev.callout.domain.ticket;

import dev.callout.api.ticket.TicketEvent;
import java.util.List;

/** All that happened to a ticket, with its texts, which a ticket itself does not remember. */
public interface TicketEvents {

    List<TicketEvent> of(String ticketId);
}
