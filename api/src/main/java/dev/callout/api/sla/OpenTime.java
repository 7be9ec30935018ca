package dev.callout.api.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which time can count for a target: all of it, or what its calendar has open. */
final class OpenTime {

    static final OpenTime ALWAYS = new OpenTime(null);

    private final WorkHours hours;

    private OpenTime(WorkHours hours) {
        this.hours = hours;
    }

    static OpenTime of(WorkCalendar calendar) {
        return new OpenTime(WorkHours.of(calendar));
    }

    Instant after(Instant from, Duration open) {
        return hours == null ? from.plus(open) : hours.after(from, open);
    }

    Duration between(Instant from, Instant until) {
        return hours == null ? Duration.between(from, until) : hours.between(from, until);
    }

    List<OpenSpan> spans(Instant from, Instant until) {
        return hours == null ? List.of(new OpenSpan(from, until, true, null)) : hours.spans(from, until);
    }

    Instant workingDaysAfter(Instant from, long days) {
        return hours.workingDaysAfter(from, days);
    }
}
