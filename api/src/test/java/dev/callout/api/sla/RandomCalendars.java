package dev.callout.api.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calendars of all kinds, and moments near which something is likely to go wrong. */
final class RandomCalendars {

    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Zurich",
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "Pacific/Apia",
                    "UTC",
                    "America/Havana",
                    "America/St_Johns",
                    "America/Sao_Paulo",
                    "Africa/Casablanca",
                    "Pacific/Kiritimati")
            .map(ZoneId::of)
            .toList();

    private final Random random;

    RandomCalendars(long seed) {
        random = new Random(seed);
        random.nextInt(); // the first of neighboring seeds are alike
    }

    ZoneId zone() {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    /** A change of the clock, New Year, a leap day, a day that never was, or any time. */
    LocalDate date(ZoneId zone) {
        int year = 1975 + random.nextInt(100);
        return switch (random.nextInt(6)) {
            case 0, 1 -> clockChange(zone, LocalDate.of(year, 1 + random.nextInt(12), 1));
            case 2 -> LocalDate.of(year, 12, 31);
            case 3 -> LocalDate.of(year / 4 * 4, 2, 29);
            case 4 -> LocalDate.of(2011, 12, 30);
            default -> LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
        };
    }

    private static LocalDate clockChange(ZoneId zone, LocalDate after) {
        var change = zone.getRules().nextTransition(after.atStartOfDay(zone).toInstant());
        return change == null ? after : change.getDateTimeBefore().toLocalDate();
    }

    /** With special days around a date. */
    WorkCalendar calendar(ZoneId zone, LocalDate around) {
        var week = Stream.of(DayOfWeek.values())
                .filter(day -> random.nextInt(6) > 0)
                .map(day -> new WeeklyHours(day, hours()))
                .toList();
        var specialDays = new ArrayList<SpecialDay>();
        for (int day = -3; day <= 3; day++) {
            if (random.nextInt(5) == 0) {
                var date = around.plusDays(day);
                specialDays.add(new SpecialDay(
                        date, "Day " + date, random.nextBoolean(), random.nextBoolean() ? List.of() : hours()));
            }
        }
        return new WorkCalendar("CAL-1", 1, "Random", zone, week, specialDays);
    }

    /** In the morning and afternoon, at night, all day, or anything, also what overlaps. */
    private List<OpenHours> hours() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> CalendarExamples.hours("09:00-12:00 13:00-18:00");
            case 2 -> CalendarExamples.hours("22:00-06:00");
            case 3 -> CalendarExamples.hours("00:00-00:00");
            case 4 -> CalendarExamples.hours("00:00-02:30 02:30-08:00");
            default ->
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> new OpenHours(time(), time()))
                        .filter(hours -> !hours.from().equals(hours.until()))
                        .toList();
        };
    }

    /** More often at night, when clocks change. */
    private LocalTime time() {
        int minutes = random.nextBoolean() ? random.nextInt(24 * 60) : random.nextInt(4 * 60);
        return LocalTime.ofSecondOfDay(60L * (random.nextBoolean() ? minutes : minutes / 30 * 30));
    }

    Instant within(Instant first, int minutes) {
        return random.nextBoolean()
                ? minuteWithin(first, minutes)
                : first.plusNanos((long) (random.nextDouble() * minutes * 60_000_000_000L));
    }

    Instant minuteWithin(Instant first, int minutes) {
        return first.plusSeconds(60L * random.nextInt(minutes));
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    static Instant startOf(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
