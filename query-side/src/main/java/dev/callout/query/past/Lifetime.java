package dev.callout.query.past;

import dev.callout.api.Moment;
import dev.callout.query.projection.EventTimes;
import dev.callout.query.sql.Where;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * From when to when a thing stood as one of its events left it. Its story is told in the order in which it was recorded,
 * so an event takes effect when it happened, but not before those that were told earlier. The last one has no end.
 */
@Embeddable
public class Lifetime {

    private static final String EFFECTIVE = "tstzrange(effective_at, effective_until) @> :asOf";
    private static final String KNOWN = "tstzrange(recorded_at, recorded_until) @> :knownAt";

    private Instant effectiveAt;
    private Instant effectiveUntil;
    private Instant recordedAt;
    private Instant recordedUntil;

    protected Lifetime() {}

    /** Begins with the first event. */
    public Lifetime(Object event, Instant recordedAt) {
        effectiveAt = exactly(EventTimes.occurredAt(event, recordedAt));
        this.recordedAt = exactly(recordedAt);
    }

    /** Ends where the next one begins. */
    public Lifetime endedBy(Object event, Instant recordedAt) {
        var next = new Lifetime(event, recordedAt);
        next.effectiveAt = latest(effectiveAt, next.effectiveAt);
        next.recordedAt = latest(this.recordedAt, next.recordedAt);
        effectiveUntil = next.effectiveAt;
        recordedUntil = next.recordedAt;
        return next;
    }

    boolean hasBegunBy(Moment moment) {
        return !effectiveAt.isAfter(moment.asOf())
                && (moment.knownAt() == null || !recordedAt.isAfter(moment.knownAt()));
    }

    /** Narrows a table of versions to those that stood at a moment, one of each thing. */
    public static Where at(Moment moment) {
        var where = new Where().with("asOf", moment.asOf().atOffset(ZoneOffset.UTC));
        if (moment.knownAt() == null) {
            return where.and(EFFECTIVE);
        }
        return where.with("knownAt", moment.knownAt().atOffset(ZoneOffset.UTC))
                .and("(" + EFFECTIVE + " AND recorded_at <= :knownAt OR " + KNOWN + " AND effective_at <= :asOf)");
    }

    /** As exact as the database keeps it. */
    private static Instant exactly(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
