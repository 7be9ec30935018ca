package dev.callout.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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

    /** One that looks at so much; {@code publicKey} is shown with its fingerprint. */
    public static Verification begun(Instant at, long total, long blocks, String publicKey, String fingerprint) {
        return new Verification(
                State.RUNNING, at, null, 0, total, blocks, 0, 0, publicKey, fingerprint, List.of(), null);
    }

    public static Verification neverRun() {
        return new Verification(State.NEVER_RUN, null, null, 0, 0, 0, 0, 0, null, null, List.of(), null);
    }

    public Verification at(long done) {
        return with(State.RUNNING, null, done, 0, 0, List.of(), null);
    }

    /** The verdict. */
    public Verification found(List<Finding> findings, long checkpoints, long notYetSealed, Instant finishedAt) {
        var verdict = findings.isEmpty() ? State.SOUND : State.BROKEN;
        return with(verdict, finishedAt, total, checkpoints, notYetSealed, findings, null);
    }

    /** The same verdict, or a worse one, with what was found elsewhere. */
    public Verification and(List<Finding> more) {
        var all = Stream.concat(findings.stream(), more.stream()).toList();
        return found(all, checkpoints, notYetSealed, finishedAt);
    }

    public Verification failed(Instant finishedAt, String error) {
        return with(State.FAILED, finishedAt, done, checkpoints, notYetSealed, findings, error);
    }

    /** What was to be looked at stays. */
    private Verification with(
            State state,
            Instant finishedAt,
            long done,
            long checkpoints,
            long notYetSealed,
            List<Finding> findings,
            String error) {
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
        PUBLISHED_CHECKPOINT_DIFFERS,
        END_MISSING,
        SNAPSHOT_CHANGED,
        POSITION_CHANGED,
        RECEIPT_CHANGED,
        REGISTER_DIFFERS
    }
}
