package dev.callout.api.sla;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Calendars as tests write them: {@code inZone("Europe/Zurich").open(MONDAY, FRIDAY, "09:00-18:00")}. */
record CalendarExamples(WorkCalendar calendar) {

    static CalendarExamples inZone(String zone) {
        return new CalendarExamples(new WorkCalendar("CAL-1", 1, "Example", ZoneId.of(zone), List.of(), List.of()));
    }

    /** The guide's "Standard" (SL-02), where the guide's stories play. */
    static CalendarExamples standard() {
        return weekdays("Europe/Zurich").open(SATURDAY, SATURDAY, "10:00-14:00");
    }

    static CalendarExamples weekdays(String zone) {
        return inZone(zone).open(MONDAY, FRIDAY, "09:00-18:00");
    }

    static CalendarExamples always(String zone) {
        return inZone(zone).open(MONDAY, SUNDAY, "00:00-00:00");
    }

    /** Opens from one weekday to another, at hours such as "09:00-12:00 13:00-18:00". */
    CalendarExamples open(DayOfWeek first, DayOfWeek last, String hours) {
        var week = new ArrayList<>(calendar.week());
        for (var day = first; ; day = day.plus(1)) {
            week.add(new WeeklyHours(day, hours(hours)));
            if (day == last) {
                return with(week, calendar.specialDays());
            }
        }
    }

    CalendarExamples holiday(String date, String name) {
        return special(new SpecialDay(LocalDate.parse(date), name, true, List.of()));
    }

    CalendarExamples special(String date, String name, String hours) {
        return special(new SpecialDay(LocalDate.parse(date), name, false, hours(hours)));
    }

    CalendarExamples special(SpecialDay day) {
        return with(
                calendar.week(),
                Stream.concat(calendar.specialDays().stream(), Stream.of(day)).toList());
    }

    WorkHours workHours() {
        return WorkHours.of(calendar);
    }

    List<String> problems() {
        return WorkCalendarRules.problems(calendar);
    }

    /** A time on the wall such as "2026-11-20T17:00"; the first of two. */
    ZonedDateTime at(String wall) {
        return LocalDateTime.parse(wall).atZone(calendar.zone());
    }

    static List<OpenHours> hours(String text) {
        return Stream.of(text.split(" "))
                .filter(hours -> !hours.isBlank())
                .map(hours -> hours.split("-"))
                .map(hours -> new OpenHours(LocalTime.parse(hours[0]), LocalTime.parse(hours[1])))
                .toList();
    }

    private CalendarExamples with(List<WeeklyHours> week, List<SpecialDay> specialDays) {
        return new CalendarExamples(new WorkCalendar(
                calendar.calendarId(), calendar.version(), calendar.name(), calendar.zone(), week, specialDays));
    }
}
