package dev.callout.api.sla;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;

/**
 * A calendar has a new version, which never changes.
 *
 * @param specialDays the company's own
 * @param holidays what the holidays of the country and region came to
 */
@Revision("1")
public record WorkCalendarPublished(
        String calendarId,
        int version,
        String name,
        String zone,
        List<WeeklyHours> week,
        List<SpecialDay> specialDays,
        String holidayCountry,
        String holidayRegion,
        List<SpecialDay> holidays)
        implements WorkCalendarEvent {

    /** What the calendar is in this version. Where the company settled something for a holiday, that counts. */
    public WorkCalendar calendar() {
        var days = new TreeMap<LocalDate, SpecialDay>();
        holidays.forEach(day -> days.put(day.date(), day));
        specialDays.forEach(day -> days.put(day.date(), day));
        return new WorkCalendar(calendarId, version, name, ZoneId.of(zone), week, List.copyOf(days.values()));
    }

    /** As it was asked for. */
    public WorkCalendarDraft draft() {
        return new WorkCalendarDraft(name, zone, week, specialDays, holidayCountry, holidayRegion);
    }
}
