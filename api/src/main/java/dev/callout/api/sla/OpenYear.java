package dev.callout.api.sla;

import dev.callout.api.sla.CalendarDays.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** When a calendar is open within one year of UTC, added up, so that any question is a search or two. */
final class OpenYear {

    private static final long SECOND = 1_000_000_000;

    /** In nanoseconds since the epoch, and how much was open in this year before each stretch. */
    private final long[] from;

    private final long[] until;
    private final long[] before;
    private final long open;

    /** Those of the year on the wall, as days since the epoch. */
    private final long[] workingDays;

    private OpenYear(List<Stretch> stretches, long[] workingDays) {
        from = stretches.stream().mapToLong(stretch -> nanos(stretch.from())).toArray();
        until = stretches.stream().mapToLong(stretch -> nanos(stretch.until())).toArray();
        before = new long[from.length];
        long sum = 0;
        for (int i = 0; i < from.length; i++) {
            before[i] = sum;
            sum += until[i] - from[i];
        }
        open = sum;
        this.workingDays = workingDays;
    }

    static OpenYear of(CalendarDays days, int year) {
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        var stretches = new ArrayList<Stretch>();
        var workingDays = new ArrayList<LocalDate>();
        // offsets are up to 18 hours, and what opens on a day is open until the end of the next at most
        for (var date = first.minusDays(3); !date.isAfter(last.plusDays(2)); date = date.plusDays(1)) {
            var ofDate = days.stretches(date);
            stretches.addAll(ofDate);
            if (date.getYear() == year && !ofDate.isEmpty()) {
                workingDays.add(date);
            }
        }
        return new OpenYear(
                within(beginning(year), beginning(year + 1), CalendarDays.merged(stretches)),
                workingDays.stream().mapToLong(LocalDate::toEpochDay).toArray());
    }

    static Instant beginning(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** All open time of the year, in nanoseconds. */
    long open() {
        return open;
    }

    /** How much of the year's open time is before an instant. */
    long openBefore(Instant instant) {
        long at = nanos(instant);
        int i = lastNotAfter(from, at);
        return i < 0 ? 0 : before[i] + Math.min(at, until[i]) - from[i];
    }

    /** When so much of the year's open time has passed; there has to be as much, and more than none. */
    Instant whenOpenFor(long nanos) {
        int i = lastNotAfter(before, nanos - 1);
        return instant(from[i] + nanos - before[i]);
    }

    /** The first open instant that is not before another. */
    Optional<Instant> openFrom(Instant instant) {
        long at = nanos(instant);
        int i = lastNotAfter(until, at) + 1;
        return i < from.length ? Optional.of(instant(Math.max(at, from[i]))) : Optional.empty();
    }

    /** Tells of all open time between two instants, in order. */
    void forEachOpen(Instant start, Instant end, BiConsumer<Instant, Instant> told) {
        long first = nanos(start);
        long last = nanos(end);
        for (int i = lastNotAfter(until, first) + 1; i < from.length && from[i] < last; i++) {
            told.accept(instant(Math.max(first, from[i])), instant(Math.min(last, until[i])));
        }
    }

    int workingDays() {
        return workingDays.length;
    }

    LocalDate workingDay(int number) {
        return LocalDate.ofEpochDay(workingDays[number]);
    }

    int workingDaysBefore(LocalDate date) {
        return lastNotAfter(workingDays, date.toEpochDay() - 1) + 1;
    }

    private static List<Stretch> within(Instant first, Instant end, List<Stretch> stretches) {
        return stretches.stream()
                .filter(stretch -> stretch.from().isBefore(end) && first.isBefore(stretch.until()))
                .map(stretch -> new Stretch(
                        stretch.from().isBefore(first) ? first : stretch.from(),
                        stretch.until().isAfter(end) ? end : stretch.until()))
                .toList();
    }

    private static int lastNotAfter(long[] sorted, long value) {
        int place = Arrays.binarySearch(sorted, value);
        return place >= 0 ? place : -place - 2;
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
