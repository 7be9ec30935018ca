package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.CHANGED_SINCE;

import dev.callout.api.ticket.WorkState;

/** What the last bulk operation did to a ticket, at which version: it can be undone as long as nobody touched it since. */
record BulkChange(String operationId, WorkState before, long version) {

    static void refuseUndoUnlessLast(
            BulkChange last, String operationId, String number, long version, String lastEvent) {
        refuseWhen(
                last == null || !last.operationId.equals(operationId),
                CHANGED_SINCE,
                "Ticket " + number + " was changed by another operation since, or never by this one.");
        refuseWhen(
                version != last.version,
                CHANGED_SINCE,
                "Ticket " + number + " was changed since (changes: " + (version - last.version) + ", the last one: "
                        + lastEvent + ").");
    }
}
