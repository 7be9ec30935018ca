package dev.callout.command.order;

import dev.callout.platform.http.Position;

/**
 * What became of an order: the stream it changed, the version it led to, and the number of what it created, if any.
 *
 * @param replayed whether this is the answer to an earlier, equal order
 */
public record Receipt(String aggregateId, long version, String number, boolean replayed) {

    /** Where to find the result in the stream of events, as readers are told. */
    public String position() {
        return new Position(aggregateId, version).toString();
    }
}
