package dev.callout.api.audit;

import java.time.Instant;
import java.util.List;

/**
 * How far a comparison of the history with its seals is, and what it found.
 *
 * @param done events compared so far
 * @param total events to compare
 * @param notYetSealed events that are too new to be sealed, and were not looked at
 * @param publicKey what checkpoints are signed with
 * @param error what went wrong with the comparison itself
 */
public record Verification(
        State state,
        Instant startedAt,
        Instant finishedAt,
        long done,
        long total,
        long blocks,
        long checkpoints,
        long notYetSealed,
        String publicKey,
        String fingerprint,
        List<Finding> findings,
        String error) {

    public Verification at(long done) {
        return new Verification(
                state,
                startedAt,
                finishedAt,
                done,
                total,
                blocks,
                checkpoints,
                notYetSealed,
                publicKey,
                fingerprint,
                findings,
                error);
    }

    /** The verdict. */
    public Verification found(List<Finding> findings, long checkpoints, long notYetSealed, Instant finishedAt) {
        return new Verification(
                findings.isEmpty() ? State.SOUND : State.BROKEN,
                startedAt,
                finishedAt,
                total,
                total,
                blocks,
                checkpoints,
                notYetSealed,
                publicKey,
                fingerprint,
                findings,
                null);
    }

    public Verification ended(State state, Instant finishedAt, String error) {
        return new Verification(
                state,
                startedAt,
                finishedAt,
                done,
                total,
                blocks,
                checkpoints,
                notYetSealed,
                publicKey,
                fingerprint,
                findings,
                error);
    }

    /** What a comparison has come to. */
    public enum State {
        NEVER_RUN,
        RUNNING,
        SOUND,
        BROKEN,
        FAILED
    }

    /** Something that is not as it was sealed; position and what follows are there when one event is meant. */
    public record Finding(Kind kind, String message, Long position, String eventId, String aggregateId, Long sequence) {

        public static Finding of(Kind kind, String message) {
            return new Finding(kind, message, null, null, null, null);
        }
    }

    /** What can be wrong. */
    public enum Kind {
        EVENT_CHANGED,
        EVENT_MISSING,
        EVENT_ADDED,
        SEAL_CHANGED,
        SEAL_MISSING,
        SEAL_ADDED,
        SEQUENCE_BROKEN,
        BLOCK_BROKEN,
        CHECKPOINT_BROKEN,
        PUBLISHED_CHECKPOINT_DIFFERS
    }
}
