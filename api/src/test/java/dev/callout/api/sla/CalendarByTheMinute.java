package dev.callout.api.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** A calendar, asked at each minute of some months what the wall clock shows and whether that is open. */
final class CalendarByTheMinute {

    private static final int CLOSED = Integer.MIN_VALUE;
    private static final int DAY = 24 * 60;

    private final WorkCalendar calendar;
    /** The wall clock in minutes since 1970, and the day on which what is open was opened. */
    private final int[] wall;

    private final int[] openedOn;

    CalendarByTheMinute(WorkCalendar calendar, Instant base, int minutes) {
        this.calendar = calendar;
        wall = new int[minutes];
        openedOn = new int[minutes];
        for (var minute = 0; minute < minutes; minute++) {
            var local = base.plusSeconds(minute * 60L).atZone(calendar.zone()).toLocalDateTime();
            wall[minute] = (int) (local.toEpochSecond(ZoneOffset.UTC) / 60);
            openedOn[minute] = openedOn(local);
        }
    }

    private int openedOn(LocalDateTime local) {
        var today = local.toLocalDate();
        for (var hours : hours(today)) {
            var before = overnight(hours) || local.toLocalTime().isBefore(hours.until());
            if (!local.toLocalTime().isBefore(hours.from()) && before) {
                return (int) today.toEpochDay();
            }
        }
        for (var hours : hours(today.minusDays(1))) {
            if (overnight(hours) && local.toLocalTime().isBefore(hours.until())) {
                return (int) today.toEpochDay() - 1;
            }
        }
        return CLOSED;
    }

    private static boolean overnight(OpenHours hours) {
        return hours.until().isBefore(hours.from()) || hours.until().equals(LocalTime.MIDNIGHT);
    }

    private List<OpenHours> hours(LocalDate date) {
        for (var special : calendar.specialDays()) {
            if (special.date().equals(date)) {
                return special.hours();
            }
        }
        for (var week : calendar.week()) {
            if (week.day() == date.getDayOfWeek()) {
                return week.hours();
            }
        }
        return List.of();
    }

    boolean open(int minute) {
        return openedOn[minute] != CLOSED;
    }

    int openMinutes(int from, int until) {
        var open = 0;
        for (var minute = from; minute < until; minute++) {
            open += open(minute) ? 1 : 0;
        }
        return open;
    }

    int workingDaysAfter(int from, long days) {
        var start = from;
        while (!open(start)) {
            start++;
        }
        var target = LocalDate.ofEpochDay(openedOn[start]);
        for (var left = days; left > 0; left--) {
            do {
                target = target.plusDays(1);
            } while (hours(target).isEmpty());
        }
        var day = (int) target.toEpochDay();
        var same = wall[start] + (day - openedOn[start]) * DAY;
        var found = start;
        while (wall[found] < same) {
            found++;
        }
        for (var minute = found; minute < found + 2 * DAY; minute++) {
            if (openedOn[minute] == day) {
                return minute;
            }
        }
        while (openedOn[found - 1] != day) {
            found--;
        }
        return found;
    }
}
