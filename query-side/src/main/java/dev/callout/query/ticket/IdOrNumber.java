package dev.callout.query.ticket;

import dev.callout.api.ticket.TicketIds;

/** Finds a ticket by what people or programs call it, over the one index that knows it. */
public final class IdOrNumber {

    private IdOrNumber() {}

    /** The column in which to look for it. */
    public static String column(String idOrNumber) {
        return TicketIds.isId(idOrNumber) ? "ticket_id" : "number";
    }
}
