package dev.callout.command.order;

import dev.callout.api.ticket.Landed;
import dev.callout.platform.http.Position;

/**
 * What became of an order: the stream it changed, the version it led to, and the number of what it created, if any.
 *
 * @param replayed whether this is the answer to an earlier, equal order
 * @param tooLateToReopen whether what was said left a closed ticket closed only because it came too late; not known of
 *     an earlier order
 */
public record Receipt(String aggregateId, long version, String number, boolean replayed, boolean tooLateToReopen) {

    Receipt(String aggregateId, long version, String number, boolean replayed) {
        this(aggregateId, version, number, replayed, false);
    }

    /**
     * For what a handler answers: the version it led to, or where what was said came to stand. A constructor answers
     * with the id of what it created, at version 0.
     */
    static Receipt of(String aggregateId, Object result, String number) {
        return result instanceof Landed landed
                ? new Receipt(landed.ticketId(), landed.version(), number, false, landed.tooLateToReopen())
                : new Receipt(aggregateId, result instanceof Number version ? version.longValue() : 0, number, false);
    }

    /** Where to find the result in the stream of events, as readers are told. */
    public String position() {
        return new Position(aggregateId, version).toString();
    }
}
