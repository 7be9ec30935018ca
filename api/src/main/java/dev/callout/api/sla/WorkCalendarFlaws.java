package dev.callout.api.sla;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is wrong with a calendar: first whether all is there, then whether it fits together. */
final class WorkCalendarFlaws {

    private static final int MANY = 20;
    private static final int LONGEST_NAME = 100;
    private static final String REQUIRED = "REQUIRED";
    private static final ZoneId ANY_ZONE = ZoneId.of("UTC");
    private static final List<WeeklyHours> ANY_WEEK =
            List.of(new WeeklyHours(DayOfWeek.MONDAY, List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.of(18, 0)))));

    private final WorkCalendarDraft draft;
    private final List<Flaw> found = new ArrayList<>();

    WorkCalendarFlaws(WorkCalendarDraft draft) {
        this.draft = draft;
    }

    /** The first of them: whoever repairs these can ask for more. */
    List<Flaw> find() {
        name();
        week();
        specialDays();
        var zone = zone();
        flawIf(
                draft.holidayCountry() == null && draft.holidayRegion() != null,
                "holidayCountry",
                REQUIRED,
                "must say which country the region is in");
        if (found.isEmpty()) {
            rules("zone", zone, ANY_WEEK, List.of());
            rules("week", ANY_ZONE, draft.week(), List.of());
            rules("specialDays", ANY_ZONE, draft.week(), draft.specialDays());
        }
        return found.size() > MANY ? List.copyOf(found.subList(0, MANY)) : List.copyOf(found);
    }

    private void name() {
        flawIf(draft.name() == null || draft.name().isBlank(), "name", REQUIRED, "must be given");
        flawIf(
                draft.name() != null && draft.name().length() > LONGEST_NAME,
                "name",
                "OUT_OF_RANGE",
                "has at most " + LONGEST_NAME + " characters");
    }

    private ZoneId zone() {
        try {
            if (given("zone", draft.zone())) {
                return ZoneId.of(draft.zone());
            }
        } catch (DateTimeException unknown) {
            flawIf(true, "zone", "UNKNOWN_ZONE", "must be a zone of the time zone database, such as Europe/Berlin");
        }
        return null;
    }

    private void week() {
        for (var i = 0; i < draft.week().size(); i++) {
            var weekday = draft.week().get(i);
            var field = "week[" + i + "]";
            if (given(field, weekday)) {
                given(field + ".day", weekday.day());
                hours(field + ".hours", weekday.hours());
            }
        }
    }

    private void specialDays() {
        for (var i = 0; i < draft.specialDays().size(); i++) {
            var day = draft.specialDays().get(i);
            var field = "specialDays[" + i + "]";
            if (given(field, day)) {
                given(field + ".date", day.date());
                given(field + ".name", day.name());
                flawIf(
                        day.name() != null && day.name().length() > LONGEST_NAME,
                        field + ".name",
                        "OUT_OF_RANGE",
                        "has at most " + LONGEST_NAME + " characters");
                hours(field + ".hours", day.hours());
            }
        }
    }

    private void hours(String field, List<OpenHours> hours) {
        if (!given(field, hours)) {
            return;
        }
        for (var i = 0; i < hours.size(); i++) {
            if (given(field + "[" + i + "]", hours.get(i))) {
                given(field + "[" + i + "].from", hours.get(i).from());
                given(field + "[" + i + "].until", hours.get(i).until());
            }
        }
    }

    /** What the rules say of this part, unless they said it of another one already. */
    private void rules(String field, ZoneId zone, List<WeeklyHours> week, List<SpecialDay> days) {
        var known = found.stream().map(Flaw::message).toList();
        WorkCalendarRules.problems(new WorkCalendar("", 1, draft.name(), zone, week, days)).stream()
                .filter(problem -> !known.contains(problem))
                .forEach(problem -> flawIf(true, field, "NOT_POSSIBLE", problem));
    }

    private boolean given(String field, Object value) {
        flawIf(value == null, field, REQUIRED, "must be given");
        return value != null;
    }

    private void flawIf(boolean wrong, String field, String code, String message) {
        if (wrong) {
            found.add(new Flaw(field, code, message));
        }
    }
}
