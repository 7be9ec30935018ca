package dev.callout.api.sla;

import dev.callout.api.identity.Named;
import dev.callout.api.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The account of every second that a ticket's promises took, for whoever disputes a verdict.
 *
 * @param title what the ticket is called today, as the customer is; null while no view knows of it
 * @param zone whose wall clock all times in words go by
 * @param position the last event of the ticket's history that was taken into account, as {@code ticket@version}
 * @param summary what all of it comes to, in a sentence
 * @param toldLate what matters to the promises and was recorded more than a minute after it happened
 */
public record SlaCertificate(
        String ticketId,
        String number,
        String title,
        Named customer,
        Priority priority,
        Instant raisedAt,
        Instant moment,
        String zone,
        String position,
        Boolean allMet,
        String summary,
        List<Fact> toldLate,
        List<Clock> clocks) {

    /**
     * One promise.
     *
     * @param sentences what was promised, what happened and the verdict, in plain words
     * @param endedBy what fulfilled it or gave it up; null while it runs
     * @param breach what was recorded of its being broken, whether or not that still holds; null if nothing was
     * @param intervals from the start to the end or to the moment, without gap and overlap
     * @param sums the same time by what it was, in the order of how it was counted
     * @param total of all intervals, and so of all sums
     */
    public record Clock(
            SlaTracking.Clock standing,
            List<String> sentences,
            Fact endedBy,
            Fact breach,
            List<Interval> intervals,
            List<Sum> sums,
            Duration total) {}

    /**
     * An event of the ticket's history: when it happened, and when it was recorded.
     *
     * @param version its place in the history
     */
    public record Fact(String event, long version, Instant happenedAt, Instant recordedAt) {}

    /**
     * A stretch of time and what it was for the clock.
     *
     * @param late whether it was counted after the promise was broken
     * @param begunBy null where the calendar began it, or the end of the promised time
     */
    public record Interval(
            Instant from,
            Instant until,
            Duration duration,
            String what,
            SlaInterval.Kind kind,
            boolean late,
            Fact begunBy) {}

    /** So much time was that. */
    public record Sum(String what, SlaInterval.Kind kind, boolean late, Duration duration) {}
}
