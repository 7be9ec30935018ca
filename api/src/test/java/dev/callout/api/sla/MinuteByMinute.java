package dev.callout.api.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/**
 * Looks at the wall clock every minute and asks the calendar whether it is open. Slow, knows nothing of how clocks are
 * put forward and back, and has nothing in common with what it checks but the calendar.
 */
final class MinuteByMinute {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final long MINUTE = 60_000_000_000L;

    final Instant first;
    final int minutes;

    private final WorkCalendar calendar;
    /** What the wall clock shows in each minute, the latest it has shown and the earliest it will yet show. */
    private final long[] wall;

    private final long[] latest;
    private final long[] earliest;
    private final boolean[] open;
    private final int[] openBefore;

    /** For each day its hours on the wall, and the first minute that is open by them and the last. */
    private final long firstDay;

    private final long[][][] intervals;
    private final int[] opening;
    private final int[] closing;

    MinuteByMinute(WorkCalendar calendar, Instant first, int minutes) {
        this.calendar = calendar;
        this.first = first;
        this.minutes = minutes;
        wall = new long[minutes];
        latest = new long[minutes];
        earliest = new long[minutes];
        for (int i = 0; i < minutes; i++) {
            var shown = ZonedDateTime.ofInstant(first.plusSeconds(60L * i), calendar.zone());
            wall[i] = shown.toLocalDate().toEpochDay() * MINUTES_A_DAY + shown.getHour() * 60 + shown.getMinute();
            latest[i] = i == 0 ? wall[i] : Math.max(latest[i - 1], wall[i]);
        }
        for (int i = minutes - 1; i >= 0; i--) {
            earliest[i] = i == minutes - 1 ? wall[i] : Math.min(earliest[i + 1], wall[i]);
        }
        firstDay = day(wall[0]) - 2;
        int days = (int) (day(wall[minutes - 1]) - firstDay) + 2;
        intervals = new long[days][][];
        opening = new int[days];
        closing = new int[days];
        Arrays.fill(opening, -1);
        for (int day = 0; day < days; day++) {
            intervals[day] = intervals(firstDay + day);
        }
        open = new boolean[minutes];
        openBefore = new int[minutes + 1];
        for (int i = 0; i < minutes; i++) {
            for (long day = day(earliest[i]) - 1; day <= day(latest[i]); day++) {
                if (isOpen(i, day)) {
                    int place = (int) (day - firstDay);
                    opening[place] = opening[place] < 0 ? i : opening[place];
                    closing[place] = i + 1;
                    open[i] = true;
                }
            }
            openBefore[i + 1] = openBefore[i] + (open[i] ? 1 : 0);
        }
    }

    boolean open(int minute) {
        return open[minute];
    }

    /** The holiday on whose day a minute is; a day begins when its midnight first comes. */
    Optional<String> holiday(int minute) {
        var date = LocalDate.ofEpochDay(day(latest[minute]));
        return calendar.specialDays().stream()
                .filter(day -> day.holiday() && day.date().equals(date))
                .map(SpecialDay::name)
                .findFirst();
    }

    Duration between(Instant from, Instant until) {
        return Duration.ofNanos(openBefore(until) - openBefore(from));
    }

    /** Empty if there is not so much open time within the minutes. */
    Optional<Instant> after(Instant from, Duration open) {
        if (open.isZero()) {
            return Optional.of(from);
        }
        long wanted = openBefore(from) + open.toNanos();
        for (int i = minute(from); i < minutes; i++) {
            if (wanted <= openBefore[i + 1] * MINUTE) {
                return Optional.of(first.plusNanos((i + 1) * MINUTE - (openBefore[i + 1] * MINUTE - wanted)));
            }
        }
        return Optional.empty();
    }

    /** Of a whole minute; empty if that is not within the minutes. */
    Optional<Instant> workingDaysAfter(Instant from, int days) {
        int start = minute(from);
        while (start < minutes && !open[start]) {
            start++;
        }
        if (start == minutes) {
            return Optional.empty();
        }
        if (days == 0) {
            return Optional.of(first.plusSeconds(60L * start));
        }
        long day = openedOn(start);
        long timeOfDay = wall[start] - day * MINUTES_A_DAY;
        int target = (int) (day - firstDay);
        for (int left = days; left > 0; left--) {
            do {
                target++;
                if (target == opening.length) {
                    return Optional.empty();
                }
            } while (opening[target] < 0);
        }
        for (int i = opening[target]; i < closing[target]; i++) {
            if (isOpen(i, firstDay + target) && latest[i] >= (firstDay + target) * MINUTES_A_DAY + timeOfDay) {
                return Optional.of(first.plusSeconds(60L * i));
            }
        }
        return Optional.of(first.plusSeconds(60L * closing[target]));
    }

    /** The latest day of those by whose hours a minute is open. */
    private long openedOn(int minute) {
        long day = day(latest[minute]);
        while (!isOpen(minute, day)) {
            day--;
        }
        return day;
    }

    private boolean isOpen(int minute, long day) {
        for (var interval : intervals[(int) (day - firstDay)]) {
            if (latest[minute] >= interval[0] && earliest[minute] < interval[1]) {
                return true;
            }
        }
        return false;
    }

    private long[][] intervals(long day) {
        var date = LocalDate.ofEpochDay(day);
        var hours = new ArrayList<OpenHours>();
        var special = calendar.specialDays().stream()
                .filter(found -> found.date().equals(date))
                .findFirst();
        if (special.isPresent()) {
            hours.addAll(special.get().hours());
        } else {
            calendar.week().stream()
                    .filter(weekday -> weekday.day() == date.getDayOfWeek())
                    .forEach(weekday -> hours.addAll(weekday.hours()));
        }
        return hours.stream()
                .map(interval -> {
                    long from = interval.from().toSecondOfDay() / 60;
                    long until = interval.until().toSecondOfDay() / 60;
                    long end = until > from ? until : until + MINUTES_A_DAY;
                    return new long[] {day * MINUTES_A_DAY + from, day * MINUTES_A_DAY + end};
                })
                .toArray(long[][]::new);
    }

    private static long day(long wall) {
        return Math.floorDiv(wall, MINUTES_A_DAY);
    }

    private long openBefore(Instant instant) {
        int i = minute(instant);
        long within = first.plusSeconds(60L * i).until(instant, ChronoUnit.NANOS);
        return openBefore[i] * MINUTE + (i < minutes && open[i] ? within : 0);
    }

    private int minute(Instant instant) {
        return (int) first.until(instant, ChronoUnit.MINUTES);
    }
}
