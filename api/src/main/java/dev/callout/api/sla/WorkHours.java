package dev.callout.api.sla;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Counts time by a calendar, on the line of instants, so that days of 23 and 25 hours are what they are.
 *
 * <p>It opens when the wall clock first shows the hour of opening or a later one, and closes when no earlier time than
 * that of closing will be shown any more. So an hour that is left out in spring is nobody's: who opens or closes within
 * it does so when the clock has jumped. And an hour that comes twice in autumn is open both times, from the first
 * opening to the last closing. What touches or overlaps on the line of instants counts once.
 *
 * <p>A special day takes the place of its weekday, for all that begins on it. A night shift that began the evening
 * before goes on into a holiday.
 *
 * <p>Safe for many threads, and fast because it remembers: some 10 kB for each year that was asked for. Answers for
 * {@link #FIRST_YEAR} to {@link #LAST_YEAR} in UTC and refuses other moments as illegal arguments.
 */
public final class WorkHours {

    public static final int FIRST_YEAR = 1970;
    public static final int LAST_YEAR = 2199;

    private static final Instant FIRST = OpenYear.beginning(FIRST_YEAR);
    private static final Instant END = OpenYear.beginning(LAST_YEAR + 1);
    private static final Duration LONGEST = Duration.between(FIRST, END);

    private static final RecentWorkHours RECENT = new RecentWorkHours(100);

    private final CalendarDays days;

    /** With one before and one after, since New Year comes earlier or later than in UTC. */
    private final AtomicReferenceArray<OpenYear> years = new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 3);

    WorkHours(WorkCalendar calendar) {
        days = new CalendarDays(calendar);
    }

    /**
     * The hours of a calendar. Ask with the same instance of the calendar each time: of the last hundred it is
     * remembered what was computed, and an equal copy is computed anew.
     */
    public static WorkHours of(WorkCalendar calendar) {
        return RECENT.of(calendar);
    }

    /**
     * The first instant at which so much open time has passed since another: closing time rather than the next opening,
     * and for no time at all the instant itself, open or not.
     *
     * @throws NeverOpenAgain if that would be after the last year
     */
    public Instant after(Instant from, Duration open) {
        if (open.isNegative()) {
            throw new IllegalArgumentException("Open time that passes cannot be negative, as " + open + " is.");
        }
        var year = yearOf(from);
        if (open.isZero()) {
            return from;
        }
        if (open.compareTo(LONGEST) <= 0) {
            long left = open.toNanos() + year(year).openBefore(from);
            for (; year <= LAST_YEAR; year++) {
                if (left <= year(year).open()) {
                    return year(year).whenOpenFor(left);
                }
                left -= year(year).open();
            }
        }
        throw new NeverOpenAgain(
                days + " is not open for " + open + " between " + from + " and the end of " + LAST_YEAR + ".");
    }

    /** The open time between two instants. */
    public Duration between(Instant from, Instant until) {
        refuseInverted(from, until);
        int first = yearOf(from);
        int last = yearOf(until);
        long open = year(last).openBefore(until) - year(first).openBefore(from);
        for (int year = first; year < last; year++) {
            open += year(year).open();
        }
        return Duration.ofNanos(open);
    }

    /**
     * The same time of day so many working days later. A working day is one on which something opens; what is past
     * midnight belongs to the day on which it opened. From outside the hours it counts from the next opening, which
     * is the answer for no days at all. Where the other day is closed at that time, it is its next opening, or its
     * closing if it does not open again; and the first of two, where that time comes twice.
     *
     * @throws NeverOpenAgain if that would be after the last year
     */
    public Instant workingDaysAfter(Instant from, long workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("Working days cannot be negative, as " + workingDays + " are.");
        }
        var start = openFrom(from);
        if (workingDays == 0) {
            return start;
        }
        var wall = days.wallClock(start);
        var day = days.openedOn(start);
        var target = workingDay(day, workingDays);
        var sameTime = days.opening(
                target.plusDays(DAYS.between(day, wall.toLocalDate())).atTime(wall.toLocalTime()));
        Instant closing = null;
        for (var stretch : days.stretches(target)) {
            if (sameTime.isBefore(stretch.until())) {
                return sameTime.isBefore(stretch.from()) ? stretch.from() : sameTime;
            }
            closing = stretch.until();
        }
        return closing;
    }

    /**
     * From one instant to another, open and closed stretches, each as long as can be, without gap and overlap. Closed
     * time is a holiday's as far as it lies between the midnights of a day that is shown as one.
     */
    public List<OpenSpan> spans(Instant from, Instant until) {
        refuseInverted(from, until);
        var spans = new Spans(days, from);
        int last = yearOf(until);
        for (int year = yearOf(from); year <= last; year++) {
            year(year).forEachOpen(from, until, spans::open);
        }
        return spans.closedUntil(until);
    }

    private Instant openFrom(Instant from) {
        for (int year = yearOf(from); year <= LAST_YEAR; year++) {
            var open = year(year).openFrom(from);
            if (open.isPresent()) {
                return open.get();
            }
        }
        throw new NeverOpenAgain(days + " does not open between " + from + " and the end of " + LAST_YEAR + ".");
    }

    private LocalDate workingDay(LocalDate day, long later) {
        long left = Math.min(later, LONGEST.toDays()) + year(day.getYear()).workingDaysBefore(day);
        for (int year = day.getYear(); year <= LAST_YEAR; year++) {
            if (left < year(year).workingDays()) {
                return year(year).workingDay((int) left);
            }
            left -= year(year).workingDays();
        }
        throw new NeverOpenAgain(
                days + " has no " + later + " working days between " + day + " and the end of " + LAST_YEAR + ".");
    }

    private OpenYear year(int year) {
        int place = year - FIRST_YEAR + 1;
        var known = years.get(place);
        if (known == null) { // two threads may compute the same, which does no harm
            known = OpenYear.of(days, year);
            years.set(place, known);
        }
        return known;
    }

    private static int yearOf(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException(
                    instant + " is not within the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    private static void refuseInverted(Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("The end, " + until + ", is before the start, " + from + ".");
        }
    }
}
