package dev.callout.api.sla;

import java.time.ZoneId;
import java.util.List;

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
        List<SpecialDay> specialDays) {}
