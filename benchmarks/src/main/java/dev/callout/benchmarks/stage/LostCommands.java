package dev.callout.benchmarks.stage;

import dev.callout.benchmarks.store.Acknowledged;

/** Thrown when the store does not hold what was acknowledged: no figure of such a run is worth anything. */
public final class LostCommands extends Exception {

    private static final long serialVersionUID = 1;

    LostCommands(Acknowledged acknowledged) {
        super("The store does not hold what was acknowledged: " + acknowledged);
    }
}
