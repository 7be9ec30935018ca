package dev.callout.platform.processors;

import java.time.Duration;
import java.util.List;

/**
 * How an event processor does. {@code lag} is how many positions it is behind {@code head}, {@code behind} how long the
 * first event that it has not handled has been waiting.
 */
public record ProcessorStatus(
        String name,
        Kind kind,
        State state,
        long position,
        long head,
        long lag,
        Duration behind,
        boolean replaying,
        long deadLetters,
        List<Segment> segments) {

    /** What a processor is there for. */
    public enum Kind {
        /** Computes what people look at. */
        VIEW,
        /** Writes in the transaction of the command; with segments of its own, makes up for what that missed. */
        REGISTER,
        /** Does something because of an event. */
        JOB;

        static Kind of(String name) {
            return name.startsWith("projection-") ? VIEW : name.startsWith("register-") ? REGISTER : JOB;
        }
    }

    /** What a processor does. */
    public enum State {
        RUNNING,
        PAUSED,
        STOPPED,
        FAILING
    }

    /** A share of the events, worked on by one node at a time. */
    public record Segment(int id, long position, boolean replaying, String owner, String error) {}
}
