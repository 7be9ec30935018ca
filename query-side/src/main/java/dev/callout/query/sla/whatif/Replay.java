package dev.callout.query.sla.whatif;

import dev.callout.api.sla.SlaWhatIf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One replay while it goes on: sums up, stores what would be otherwise, and tells now and then how far it is. */
final class Replay {

    private static final Duration TELL_EVERY = Duration.ofMillis(500);
    private static final int STORED_AT_A_TIME = 500;

    private final SlaWhatIf begun;
    private final WhatIfRuns runs;
    private final Outcome outcome = new Outcome();
    private final List<WhatIfRuns.PlacedFlip> flips = new ArrayList<>();
    private final long began = System.nanoTime();
    private long told = began;
    private long place;

    Replay(SlaWhatIf begun, WhatIfRuns runs) {
        this.begun = begun;
        this.runs = runs;
    }

    /** Always wants more. */
    boolean add(Replayed replayed) {
        outcome.add(replayed);
        replayed.flips().forEach(flip -> flips.add(new WhatIfRuns.PlacedFlip(place++, replayed.ticket(), flip)));
        if (flips.size() >= STORED_AT_A_TIME) {
            store();
        }
        if (System.nanoTime() - told > TELL_EVERY.toNanos()) {
            told = System.nanoTime();
            runs.note(report(SlaWhatIf.State.RUNNING, null));
        }
        return true;
    }

    private void store() {
        if (!flips.isEmpty()) {
            runs.add(begun.id(), flips);
            flips.clear();
        }
    }

    SlaWhatIf done() {
        store();
        return report(SlaWhatIf.State.DONE, Instant.now());
    }

    SlaWhatIf failed(RuntimeException cause) {
        return report(SlaWhatIf.State.RUNNING, null).failed(Instant.now(), cause.getMessage());
    }

    private SlaWhatIf report(SlaWhatIf.State state, Instant finishedAt) {
        var seconds = (System.nanoTime() - began) / 1e9;
        return begun.at(
                state,
                finishedAt,
                outcome.tickets(),
                Math.round(outcome.tickets() / seconds),
                outcome.clocks(),
                outcome.flipped(),
                outcome.penalties());
    }
}
