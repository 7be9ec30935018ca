package dev.callout.api.sla;

import dev.callout.api.identity.Named;
import dev.callout.api.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Broken promises in the order in which their tickets were raised; {@code summary} is null unless it was asked for. */
public record SlaBreachPage(Summary summary, List<Breach> items, String next) {

    /** What all broken promises have in common. */
    public record Summary(long breaches, Duration overtime, List<Pattern> causes, List<Waiting> waiting) {}

    /** So many were broken by that. */
    public record Pattern(SlaClock clock, SlaBreachCause cause, long breaches) {}

    /**
     * What was waited for while the clocks of broken promises ran.
     *
     * @param reason null for the time in which nothing was waited for
     * @param counted of the counted time in all
     * @param overtime of the counted time after the promise was broken
     */
    public record Waiting(PauseReason reason, Duration counted, Duration overtime) {}

    /**
     * A broken promise.
     *
     * @param technician who fulfilled it, or who has it now
     * @param promised the target as the policy names it
     * @param target the counted time that was granted
     * @param overtime counted time after it was broken
     * @param waiting what was waited for in the counted time
     */
    public record Breach(
            String ticketId,
            String number,
            Named customer,
            Priority priority,
            String category,
            Named team,
            Named technician,
            SlaClock clock,
            int cycle,
            Instant raisedAt,
            Instant missedAt,
            Instant actualAt,
            SlaTracking.Target promised,
            Duration target,
            Duration overtime,
            SlaBreachCause cause,
            List<Waiting> waiting) {}
}
