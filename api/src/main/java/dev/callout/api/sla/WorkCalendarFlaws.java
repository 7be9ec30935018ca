package dev.callout.api.sla;

import static dev.callout.api.sla.FlawList.REQUIRED;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Looks for what is wrong with a calendar: first whether all is there, then whether it fits together. */
final class WorkCalendarFlaws {

    private static final ZoneId ANY_ZONE = ZoneId.of("UTC");
    private static final List<WeeklyHours> ANY_WEEK =
            List.of(new WeeklyHours(DayOfWeek.MONDAY, List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.of(18, 0)))));

    private final WorkCalendarDraft draft;
    private final FlawList found = new FlawList();

    WorkCalendarFlaws(WorkCalendarDraft draft) {
        this.draft = draft;
    }

    List<Flaw> find() {
        found.name("name", draft.name());
        week();
        specialDays();
        var zone = zone();
        found.flawIf(
                draft.holidayCountry() == null && draft.holidayRegion() != null,
                "holidayCountry",
                REQUIRED,
                "must say which country the region is in");
        if (found.isEmpty()) {
            rules("zone", zone, ANY_WEEK, List.of());
            rules("week", ANY_ZONE, draft.week(), List.of());
            rules("specialDays", ANY_ZONE, draft.week(), draft.specialDays());
        }
        return found.first();
    }

    private ZoneId zone() {
        try {
            if (found.given("zone", draft.zone())) {
                return ZoneId.of(draft.zone());
            }
        } catch (DateTimeException unknown) {
            found.flawIf(
                    true, "zone", "UNKNOWN_ZONE", "must be a zone of the time zone database, such as Europe/Berlin");
        }
        return null;
    }

    private void week() {
        for (var i = 0; i < draft.week().size(); i++) {
            var weekday = draft.week().get(i);
            var field = "week[" + i + "]";
            if (found.given(field, weekday)) {
                found.given(field + ".day", weekday.day());
                hours(field + ".hours", weekday.hours());
            }
        }
    }

    private void specialDays() {
        for (var i = 0; i < draft.specialDays().size(); i++) {
            var day = draft.specialDays().get(i);
            var field = "specialDays[" + i + "]";
            if (found.given(field, day)) {
                found.given(field + ".date", day.date());
                found.name(field + ".name", day.name());
                hours(field + ".hours", day.hours());
            }
        }
    }

    private void hours(String field, List<OpenHours> hours) {
        if (!found.given(field, hours)) {
            return;
        }
        for (var i = 0; i < hours.size(); i++) {
            if (found.given(field + "[" + i + "]", hours.get(i))) {
                found.given(field + "[" + i + "].from", hours.get(i).from());
                found.given(field + "[" + i + "].until", hours.get(i).until());
            }
        }
    }

    /** What the rules say of this part, unless they said it of another one already. */
    private void rules(String field, ZoneId zone, List<WeeklyHours> week, List<SpecialDay> days) {
        var known = found.messages();
        WorkCalendarRules.problems(new WorkCalendar("", 1, draft.name(), zone, week, days)).stream()
                .filter(problem -> !known.contains(problem))
                .forEach(problem -> found.flawIf(true, field, "NOT_POSSIBLE", problem));
    }
}
