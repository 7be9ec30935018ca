package dev.callout.api.sla;

import static java.util.Comparator.comparing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a calendar says of each date, and when that is on the line of instants. */
final class CalendarDays {

    /** Some open time, without a break. */
    record Stretch(Instant from, Instant until) {}

    private final String name;
    private final ZoneRules zone;
    private final Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
    private final NavigableMap<LocalDate, SpecialDay> specialDays = new TreeMap<>();

    CalendarDays(WorkCalendar calendar) {
        name = "Calendar " + calendar.calendarId() + ", version " + calendar.version() + ",";
        zone = calendar.zone().getRules();
        calendar.week().forEach(weekday -> week.put(weekday.day(), weekday.hours()));
        calendar.specialDays().forEach(day -> specialDays.put(day.date(), day));
    }

    List<OpenHours> hours(LocalDate date) {
        var special = specialDays.get(date);
        return special != null ? special.hours() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** What opens on a date, in order. */
    List<Stretch> stretches(LocalDate date) {
        var stretches = new ArrayList<Stretch>();
        for (var hours : hours(date)) {
            var from = opening(date.atTime(hours.from()));
            var until = closing(end(date, hours));
            if (from.isBefore(until)) { // the wall clock may leave out all of it
                stretches.add(new Stretch(from, until));
            }
        }
        return merged(stretches);
    }

    /** The special days between two instants, and perhaps some just before and after. */
    Collection<SpecialDay> specialDays(Instant from, Instant until) {
        // where clocks are put back over midnight, the date of an instant says less than the midnights around it
        var first = wallClock(from).toLocalDate().minusDays(1);
        var last = wallClock(until).toLocalDate().plusDays(1);
        return specialDays.subMap(first, true, last, true).values();
    }

    /** The date to which belongs what is open at an instant; the later one if there are two. */
    LocalDate openedOn(Instant open) {
        var latest = wallClock(open).toLocalDate().plusDays(1);
        for (var date = latest; date.isAfter(latest.minusDays(4)); date = date.minusDays(1)) {
            for (var stretch : stretches(date)) {
                if (!open.isBefore(stretch.from()) && open.isBefore(stretch.until())) {
                    return date;
                }
            }
        }
        throw new IllegalStateException(name + " is closed at " + open + ".");
    }

    LocalDateTime wallClock(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone.getOffset(instant));
    }

    /** The first instant at which the wall clock shows this or a later time. */
    Instant opening(LocalDateTime wall) {
        var change = zone.getTransition(wall);
        if (change == null) {
            return wall.toInstant(zone.getOffset(wall));
        }
        return change.isGap() ? change.getInstant() : wall.toInstant(change.getOffsetBefore());
    }

    /** The instant from which on the wall clock shows no time before this one any more. */
    Instant closing(LocalDateTime wall) {
        var change = zone.getTransition(wall);
        // the time to which clocks are put back is the end of what was before it but once
        var cameBefore = change == null || change.isGap() || wall.equals(change.getDateTimeAfter());
        return cameBefore ? opening(wall) : wall.toInstant(change.getOffsetAfter());
    }

    /** In order, with one for all that touch or overlap. */
    static List<Stretch> merged(List<Stretch> stretches) {
        var merged = new ArrayList<Stretch>(stretches.size());
        stretches.sort(comparing(Stretch::from));
        for (var next : stretches) {
            int last = merged.size() - 1;
            if (last < 0 || merged.get(last).until().isBefore(next.from())) {
                merged.add(next);
            } else if (merged.get(last).until().isBefore(next.until())) {
                merged.set(last, new Stretch(merged.get(last).from(), next.until()));
            }
        }
        return merged;
    }

    static LocalDateTime end(LocalDate date, OpenHours hours) {
        return (hours.until().isAfter(hours.from()) ? date : date.plusDays(1)).atTime(hours.until());
    }

    @Override
    public String toString() {
        return name;
    }
}
