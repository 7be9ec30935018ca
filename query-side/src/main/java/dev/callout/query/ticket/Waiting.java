package dev.callout.query.ticket;

import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WaitingFor;

/** Whom a ticket in a status waits for. */
public final class Waiting {

    private Waiting() {}

    public static WaitingFor of(TicketStatus status) {
        return switch (status) {
            case PENDING_CUSTOMER -> WaitingFor.CUSTOMER;
            case PENDING_PARTS -> WaitingFor.PARTS;
            default -> null;
        };
    }
}
