package dev.callout.api.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts time by a calendar, on the line of instants, so that days of 23 and 25 hours are what they are. */
public final class WorkHours {

    private WorkHours(WorkCalendar calendar) {}

    public static WorkHours of(WorkCalendar calendar) {
        return new WorkHours(calendar);
    }

    /** The first instant at which so much open time has passed since another. */
    public Instant after(Instant from, Duration open) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The open time between two instants. */
    public Duration between(Instant from, Instant until) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The same time of day so many working days later; at closing time where that day closes before. */
    public Instant workingDaysAfter(Instant from, long days) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** From one instant to another, open and closed stretches in turn, without gap and overlap. */
    public List<OpenSpan> spans(Instant from, Instant until) {
        throw new UnsupportedOperationException("not written yet");
    }
}
