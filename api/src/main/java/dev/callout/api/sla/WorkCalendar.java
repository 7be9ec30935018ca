package dev.callout.api.sla;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When people work, in one version: the zone whose wall clock counts, the hours of each weekday, and the days that are
 * different. A weekday without hours is closed.
 */
public record WorkCalendar(
        String calendarId,
        int version,
        String name,
        ZoneId zone,
        List<WeeklyHours> week,
        List<SpecialDay> specialDays) {

    /** The last day that it knows for a holiday: later there are none to it. Empty if it never had any. */
    public Optional<LocalDate> holidaysUntil() {
        return specialDays.stream()
                .filter(SpecialDay::holiday)
                .map(SpecialDay::date)
                .max(Comparator.naturalOrder());
    }
}
