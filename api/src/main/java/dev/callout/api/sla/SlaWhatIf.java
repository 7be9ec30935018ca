package dev.callout.api.sla;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A replay of the past with other terms.
 *
 * @param readAt the moment as of which promises that still run are read
 * @param done tickets replayed so far
 * @param total tickets to replay
 * @param flipped tickets with a verdict that would be another
 * @param error what went wrong, if it did
 */
public record SlaWhatIf(
        String id,
        State state,
        String requestedBy,
        SlaReportFilter filter,
        String policyId,
        List<String> calendarIds,
        Instant startedAt,
        Instant finishedAt,
        Instant readAt,
        long done,
        long total,
        long ticketsPerSecond,
        List<Clock> clocks,
        long flipped,
        List<Penalty> penalties,
        String error) {

    /** One that looks at so many tickets. */
    public static SlaWhatIf begun(TrySlaWhatIf request, Instant at, long total) {
        return new SlaWhatIf(
                request.whatIfId(),
                State.RUNNING,
                request.requestedBy(),
                request.filter(),
                request.policyId(),
                request.calendars().stream()
                        .map(TrySlaWhatIf.CalendarChange::calendarId)
                        .toList(),
                at,
                null,
                at,
                0,
                total,
                0,
                List.of(),
                0,
                List.of(),
                null);
    }

    /** The same one further on. */
    public SlaWhatIf at(
            State state,
            Instant finishedAt,
            long done,
            long ticketsPerSecond,
            List<Clock> clocks,
            long flipped,
            List<Penalty> penalties) {
        return new SlaWhatIf(
                id,
                state,
                requestedBy,
                filter,
                policyId,
                calendarIds,
                startedAt,
                finishedAt,
                readAt,
                done,
                Math.max(done, total),
                ticketsPerSecond,
                clocks,
                flipped,
                penalties,
                error);
    }

    public SlaWhatIf failed(Instant finishedAt, String error) {
        return new SlaWhatIf(
                id,
                State.FAILED,
                requestedBy,
                filter,
                policyId,
                calendarIds,
                startedAt,
                finishedAt,
                readAt,
                done,
                total,
                ticketsPerSecond,
                clocks,
                flipped,
                penalties,
                error);
    }

    /** What a replay has come to. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** How often one kind of promise was kept, and would have been. */
    public record Clock(SlaClock clock, SlaShare before, SlaShare after, BigDecimal difference) {}

    /** What is owed, would be owed, and by how much that is more. */
    public record Penalty(String currency, BigDecimal before, BigDecimal after, BigDecimal difference) {}
}
