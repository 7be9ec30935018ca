package dev.callout.api.sla;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what is open twice on the wall clock: within a day, past midnight, on Sunday night into Monday, and on special
 * days beside the days before and after them. That clocks are put back is no fault of the calendar.
 */
final class Overlaps {

    private static final LocalDate A_MONDAY = LocalDate.of(2001, 1, 1);

    private final Map<DayOfWeek, WeeklyHours> week;
    private final Map<LocalDate, SpecialDay> specialDays;

    private Overlaps(WorkCalendar calendar) {
        week = calendar.week().stream().collect(toMap(WeeklyHours::day, day -> day));
        specialDays = calendar.specialDays().stream().collect(toMap(SpecialDay::date, day -> day));
    }

    /** A sentence each. No day may be there twice. */
    static List<String> in(WorkCalendar calendar) {
        var overlaps = new Overlaps(calendar);
        return Stream.concat(overlaps.ofTheWeek(), overlaps.ofSpecialDays())
                .distinct()
                .toList();
    }

    private Stream<String> ofTheWeek() {
        return A_MONDAY.datesUntil(A_MONDAY.plusDays(7))
                .flatMap(date -> among(Stream.of(date, date.plusDays(1)).flatMap(this::weekday)));
    }

    private Stream<String> ofSpecialDays() {
        return new TreeSet<>(specialDays.keySet())
                .stream()
                        .flatMap(date -> among(
                                date.minusDays(1).datesUntil(date.plusDays(2)).flatMap(this::day)));
    }

    private Stream<Placed> day(LocalDate date) {
        var special = specialDays.get(date);
        return special == null
                ? weekday(date)
                : special.hours().stream().map(hours -> Placed.on(date, WorkCalendarRules.name(special), hours));
    }

    private Stream<Placed> weekday(LocalDate date) {
        return Stream.ofNullable(week.get(date.getDayOfWeek()))
                .flatMap(day -> day.hours().stream().map(hours -> Placed.on(date, WorkCalendarRules.name(day), hours)));
    }

    private static Stream<String> among(Stream<Placed> placed) {
        var sorted = placed.sorted(comparing(Placed::from)).toList();
        var overlaps = Stream.<String>builder();
        var longest = sorted.isEmpty() ? null : sorted.get(0);
        for (var next : sorted.subList(Math.min(1, sorted.size()), sorted.size())) {
            if (next.from().isBefore(longest.until())) {
                overlaps.add(longest.name() + " and " + next.name() + " overlap.");
            }
            longest = next.until().isAfter(longest.until()) ? next : longest;
        }
        return overlaps.build();
    }

    private record Placed(String name, LocalDateTime from, LocalDateTime until) {

        static Placed on(LocalDate date, String day, OpenHours hours) {
            return new Placed(
                    day + ", " + WorkCalendarRules.name(hours) + ",",
                    date.atTime(hours.from()),
                    CalendarDays.end(date, hours));
        }
    }
}
