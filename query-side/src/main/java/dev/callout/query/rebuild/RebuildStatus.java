package dev.callout.query.rebuild;

import java.time.Instant;

/** How far the rebuild of a view is; positions are those of the event store. */
record RebuildStatus(State state, long done, long total, Instant startedAt, Instant finishedAt, String error) {

    /** Where a rebuild can be. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
