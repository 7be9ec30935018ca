package dev.callout.api.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The account of every second that a ticket's promises took, for whoever disputes a verdict.
 *
 * @param position the last event of the ticket's history that was taken into account, as {@code ticket@version}
 * @param summary what all of it comes to, in a sentence
 */
public record SlaCertificate(
        String ticketId,
        String number,
        Instant moment,
        String position,
        Boolean allMet,
        String summary,
        List<Clock> clocks) {

    /**
     * One promise.
     *
     * @param sentences what was promised, what happened and the verdict, in plain words
     * @param intervals from the start to the end or to the moment, without gap and overlap
     * @param sums the same time by what it was, in the order of how it was counted
     * @param total of all intervals, and so of all sums
     */
    public record Clock(
            SlaTracking.Clock standing,
            List<String> sentences,
            List<Interval> intervals,
            List<Sum> sums,
            Duration total) {}

    /** A stretch of time, what it was for the clock, and the event that began it; null where the calendar did. */
    public record Interval(
            Instant from,
            Instant until,
            Duration duration,
            String what,
            SlaInterval.Kind kind,
            String event,
            Long version) {}

    /** So much time was that. */
    public record Sum(String what, SlaInterval.Kind kind, Duration duration) {}
}
