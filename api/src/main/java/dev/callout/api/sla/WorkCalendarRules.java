package dev.callout.api.sla;

import static dev.callout.api.sla.WorkHours.FIRST_YEAR;
import static dev.callout.api.sla.WorkHours.LAST_YEAR;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What has to be right about a calendar before anything is promised by it. */
public final class WorkCalendarRules {

    public static final int MOST_SPECIAL_DAYS = 2000;
    static final int MOST_INTERVALS_A_DAY = 24;
    private static final int MOST_PROBLEMS = 20;

    private static final Set<String> UNIVERSAL = Set.of("UTC", "Etc/UTC");

    private WorkCalendarRules() {}

    /** Everything that is wrong, the first twenty of it, a sentence each; empty for a good calendar. */
    public static List<String> problems(WorkCalendar calendar) {
        if (calendar.specialDays().size() > MOST_SPECIAL_DAYS) {
            return List.of("There are " + calendar.specialDays().size() + " special days; " + MOST_SPECIAL_DAYS
                    + " are allowed at most.");
        }
        var problems = new ArrayList<String>();
        if (!isPlace(calendar.zone())) {
            problems.add(calendar.zone() + " is not a place whose clock is known for each date. Name one, such as"
                    + " Europe/Zurich, or UTC.");
        }
        if (calendar.week().stream().allMatch(weekday -> weekday.hours().isEmpty())) {
            problems.add("No weekday has hours, so that the calendar would never be open.");
        }
        problems.addAll(doubled(calendar.week().stream().map(WorkCalendarRules::name)));
        problems.addAll(doubled(calendar.specialDays().stream().map(WorkCalendarRules::name)));
        calendar.week().forEach(weekday -> problems.addAll(problems(name(weekday), weekday.hours())));
        calendar.specialDays().forEach(day -> problems.addAll(problems(day)));
        if (problems.isEmpty()) {
            problems.addAll(Overlaps.in(calendar));
        }
        return problems.stream().limit(MOST_PROBLEMS).toList();
    }

    /** Whether its clock is put forward and back as at a place; an offset is right for a part of the year only. */
    private static boolean isPlace(ZoneId zone) {
        return UNIVERSAL.contains(zone.getId())
                || zone.getId().contains("/")
                        && !zone.getId().startsWith("SystemV/")
                        && !zone.getRules().isFixedOffset();
    }

    private static List<String> doubled(Stream<String> names) {
        var seen = new HashSet<String>();
        return names.filter(name -> !seen.add(name))
                .distinct()
                .map(name -> name + " is there twice.")
                .toList();
    }

    private static List<String> problems(SpecialDay day) {
        var problems = new ArrayList<>(problems(name(day), day.hours()));
        if (day.date().getYear() < FIRST_YEAR || day.date().getYear() > LAST_YEAR) {
            problems.add(name(day) + " is not within the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
        if (day.name() == null || day.name().isBlank()) {
            problems.add(name(day) + " has no name.");
        }
        return problems;
    }

    private static List<String> problems(String day, List<OpenHours> intervals) {
        if (intervals.size() > MOST_INTERVALS_A_DAY) {
            return List.of(
                    day + " has " + intervals.size() + " intervals; " + MOST_INTERVALS_A_DAY + " are allowed at most.");
        }
        var problems = new ArrayList<String>();
        for (var hours : intervals) {
            var what = day + ", " + name(hours) + ": ";
            if (!isWholeMinute(hours.from()) || !isWholeMinute(hours.until())) {
                problems.add(what + "times are in whole minutes.");
            }
            if (hours.from().equals(hours.until()) && !hours.from().equals(LocalTime.MIDNIGHT)) {
                problems.add(what + "this could be no time or a whole day. A whole day is 00:00-00:00.");
            }
        }
        return problems;
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }

    static String name(WeeklyHours weekday) {
        return weekday.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String name(SpecialDay day) {
        return day.date().toString();
    }

    static String name(OpenHours hours) {
        return hours.from() + "-" + hours.until();
    }
}
