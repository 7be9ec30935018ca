package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Calendars, policies and tickets at random, all on whole minutes, around a change of the clocks. */
final class RandomDesk implements SlaBook {

    private static final int DAY = 24 * 60;
    private static final int MINUTES = 250 * DAY;
    private static final int CALENDARS = 16;
    private static final int POLICIES = 40;

    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Pacific/Chatham");

    /** In each the clocks change within three weeks, in one half of the world or the other. */
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(2026, 10, 10),
            LocalDate.of(2027, 3, 8),
            LocalDate.of(2028, 2, 25),
            LocalDate.of(2026, 12, 10));

    private static final List<Priority> PRIORITIES = List.of(Priority.LOW, Priority.URGENT);

    private final Random random;
    private final LocalDate firstDay;
    private final Instant base;
    private final Map<String, WorkCalendar> calendars = new HashMap<>();
    private final Map<String, CalendarByTheMinute> minutes = new HashMap<>();
    private final List<SlaPolicy> policies = new ArrayList<>();
    private int grid = 1;
    private boolean toTheNanosecond;

    RandomDesk(long seed) {
        random = new Random(seed);
        firstDay = one(STARTS);
        base = firstDay.atStartOfDay(ZoneId.of("UTC")).toInstant();
        for (var i = 0; i < CALENDARS; i++) {
            var calendar = calendar("CAL-" + i);
            calendars.put(calendar.calendarId(), calendar);
            minutes.put(calendar.calendarId(), new CalendarByTheMinute(calendar, base, MINUTES));
        }
        for (var i = 0; i < POLICIES; i++) {
            policies.add(policy(i));
        }
    }

    /** From now on nothing happens on a whole minute. */
    void toTheNanosecond() {
        toTheNanosecond = true;
    }

    int minute(Instant instant) {
        return (int) ((instant.getEpochSecond() - base.getEpochSecond()) / 60);
    }

    Instant instant(int minute) {
        return base.plusSeconds(minute * 60L);
    }

    CalendarByTheMinute minutes(String calendarId) {
        return minutes.get(calendarId);
    }

    @Override
    public SlaPolicy policy(String policyId, int version) {
        return policies.get(version);
    }

    @Override
    public WorkCalendar calendar(String calendarId, int version) {
        return calendars.get(calendarId);
    }

    /** At random, or when something happens: edges are where errors are. */
    Instant momentOf(SlaCourse course) {
        var edges = new ArrayList<Instant>();
        course.pauses().forEach(pause -> Collections.addAll(edges, pause.from(), pause.until()));
        course.cycles().forEach(cycle -> Collections.addAll(edges, cycle.from(), cycle.until()));
        course.terms().forEach(terms -> edges.add(terms.from()));
        Collections.addAll(edges, course.respondedAt(), course.visitPromisedAt(), course.arrivedAt());
        edges.add(course.startedAt());
        edges.removeIf(edge -> edge == null || edge.isBefore(course.startedAt()));
        var start = minute(course.startedAt());
        return chance(0.3) ? one(edges) : at(start + upTo(chance(0.3) ? 12 * DAY : 2 * DAY));
    }

    SlaCourse course() {
        grid = one(List.of(1, 15, 60)); // on a coarse one, more falls together
        var start = minute(at(DAY + upTo(40 * DAY)));
        var life = 30 + upTo(one(List.of(3 * 60, DAY, 3 * DAY, 10 * DAY)));
        var cycles = cycles(start, life);
        return new SlaCourse(
                at(start),
                event(),
                chance(0.7) ? at(start - 10 + upTo(life)) : null,
                event(),
                chance(0.5) ? at(start + (chance(0.5) ? 0 : upTo(life))) : null,
                chance(0.6) ? at(start - 10 + upTo(life)) : null,
                event(),
                cycles,
                pauses(start, life),
                terms(start, life),
                null,
                List.of());
    }

    /** One more pause in the life of a course. */
    SlaCourse withAnotherPause(SlaCourse course, Instant moment) {
        var pauses = new ArrayList<>(course.pauses());
        var start = minute(course.startedAt());
        pauses.add(pause(start + upTo(minute(moment) - start), DAY));
        return new SlaCourse(
                course.startedAt(),
                course.startedBy(),
                course.respondedAt(),
                course.respondedBy(),
                course.visitPromisedAt(),
                course.arrivedAt(),
                course.arrivedBy(),
                course.cycles(),
                pauses,
                course.terms(),
                course.firstContact(),
                course.breaches());
    }

    private List<SlaCycle> cycles(int start, int life) {
        var cycles = new ArrayList<SlaCycle>();
        var from = start;
        for (var number = 1; number <= 4; number++) {
            var ended = chance(0.75);
            var until = from + upTo(life);
            var end = ended ? (chance(0.8) ? CycleEnd.RESOLVED : CycleEnd.GIVEN_UP) : null;
            cycles.add(new SlaCycle(number, at(from), ended ? at(until) : null, end, event(), ended ? event() : null));
            if (!ended || chance(0.5)) {
                break;
            }
            from = until + upTo(chance(0.2) ? 0 : life / 2);
        }
        return cycles;
    }

    private List<SlaPause> pauses(int start, int life) {
        var pauses = new ArrayList<SlaPause>();
        for (var i = upTo(6); i > 0; i--) {
            pauses.add(pause(start - 30 + upTo(life), life / 2));
        }
        return pauses;
    }

    private SlaPause pause(int from, int longest) {
        var reason = one(List.of(PauseReason.values()));
        var settled = reason == PauseReason.CUSTOMER_DELAY && chance(0.6);
        if (settled) {
            return new SlaPause(reason, at(from), at(from + upTo(5 * DAY)), event(), null);
        }
        return chance(0.25)
                ? new SlaPause(reason, at(from), null, event(), null)
                : new SlaPause(reason, at(from), at(from + upTo(longest)), event(), event());
    }

    private List<SlaTerms> terms(int start, int life) {
        var terms = new ArrayList<SlaTerms>();
        var from = chance(0.9) ? start : start + upTo(life / 2);
        for (var i = one(List.of(1, 1, 2, 3, 4)); i > 0; i--) {
            var policy = one(policies);
            var versions = calendars.keySet().stream()
                    .map(id -> new CalendarVersion(id, 1))
                    .toList();
            terms.add(new SlaTerms(
                    at(from),
                    policy.policyId(),
                    policy.version(),
                    versions,
                    one(PRIORITIES),
                    PromiseCause.RETARGETED,
                    null,
                    event()));
            from += chance(0.1) ? 0 : upTo(life);
        }
        return terms;
    }

    private SlaPolicy policy(int version) {
        var targets = new ArrayList<SlaTarget>();
        for (var clock : SlaClock.values()) {
            for (var priority : PRIORITIES) {
                if (chance(0.9)) {
                    targets.add(target(clock, priority));
                }
            }
        }
        var pauses = new ArrayList<ClockPauses>();
        var ladder = new ArrayList<EscalationStep>();
        for (var clock : SlaClock.values()) {
            var reasons = EnumSet.noneOf(PauseReason.class);
            for (var reason : PauseReason.values()) {
                if (chance(0.6)) {
                    reasons.add(reason);
                }
            }
            pauses.add(new ClockPauses(clock, reasons));
            for (var i = upTo(3); i > 0; i--) {
                ladder.add(new EscalationStep(clock, 1 + upTo(149), EscalationAction.NOTIFY, List.of()));
            }
        }
        var reopening = one(List.of(ReopenRule.values()));
        return new SlaPolicy(
                "SLA-" + version,
                version,
                "At random",
                null,
                targets,
                pauses,
                reopening,
                ladder,
                List.of(),
                null,
                null,
                true);
    }

    private SlaTarget target(SlaClock clock, Priority priority) {
        var unit = one(List.of(TargetUnit.values()));
        var amount = unit == TargetUnit.BUSINESS_DAYS
                ? 1 + upTo(4)
                : one(List.of(1, 15, 60)) * (1 + upTo(one(List.of(8, 40))));
        var goal = chance(0.3) ? (Long) (long) Math.max(1, amount / 2) : null;
        var calendar = unit == TargetUnit.MINUTES ? null : "CAL-" + random.nextInt(CALENDARS);
        return new SlaTarget(clock, priority, amount, unit, calendar, goal);
    }

    private WorkCalendar calendar(String id) {
        var week = new ArrayList<WeeklyHours>();
        var allDay = chance(0.1);
        for (var day : DayOfWeek.values()) {
            if (allDay) {
                week.add(new WeeklyHours(day, List.of(new OpenHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))));
            } else if (day == DayOfWeek.MONDAY || chance(day == DayOfWeek.SUNDAY ? 0.2 : 0.8)) {
                week.add(new WeeklyHours(day, hours()));
            }
        }
        var special = new ArrayList<SpecialDay>();
        var dates = new ArrayList<Integer>();
        for (var i = 0; i < 60; i++) {
            dates.add(i);
        }
        Collections.shuffle(dates, random);
        for (var i = upTo(6); i > 0; i--) {
            var hours = chance(0.6) ? List.<OpenHours>of() : hours();
            special.add(new SpecialDay(firstDay.plusDays(dates.get(i)), "Day " + i, chance(0.7), hours));
        }
        return new WorkCalendar(id, 1, "At random", ZoneId.of(one(ZONES)), week, special);
    }

    /** Never overlapping, and never opening or closing while clocks are put forward or back. */
    private List<OpenHours> hours() {
        var hours = new ArrayList<OpenHours>();
        var from = 7 * 60 + 15 * upTo(16);
        var noon = from + 60 + 15 * upTo(12);
        hours.add(new OpenHours(time(from), time(noon)));
        if (chance(0.6)) {
            hours.add(new OpenHours(time(noon + 15 + 15 * upTo(6)), time(noon + 150 + 15 * upTo(18))));
        }
        if (chance(0.2)) {
            hours.add(new OpenHours(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        } else if (chance(0.1)) {
            hours.add(new OpenHours(LocalTime.of(22, 15), LocalTime.MIDNIGHT));
        }
        return hours;
    }

    private Instant at(int minute) {
        var whole = instant(minute - minute % grid);
        return toTheNanosecond ? whole.plusNanos(random.nextLong(60_000_000_000L)) : whole;
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }

    private SlaSwitch event() {
        return new SlaSwitch("SomethingHappened", random.nextInt(1000));
    }

    private boolean chance(double chance) {
        return random.nextDouble() < chance;
    }

    private int upTo(int most) {
        return random.nextInt(most + 1);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
