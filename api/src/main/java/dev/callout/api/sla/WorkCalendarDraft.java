package dev.callout.api.sla;

import java.util.List;

/**
 * A calendar as somebody wants to publish it.
 *
 * @param zone by its name in the time zone database
 * @param specialDays the company's own; where one is on a holiday, it counts
 * @param holidayCountry whose holidays are free, as ISO 3166 has it; null for nobody's
 * @param holidayRegion the part of that country; null for what is free in all of it
 */
public record WorkCalendarDraft(
        String name,
        String zone,
        List<WeeklyHours> week,
        List<SpecialDay> specialDays,
        String holidayCountry,
        String holidayRegion) {

    public WorkCalendarDraft {
        week = week == null ? List.of() : week;
        specialDays = specialDays == null ? List.of() : specialDays;
    }

    /** What keeps it from being published; empty if nothing does. */
    public List<Flaw> flaws() {
        return new WorkCalendarFlaws(this).find();
    }
}
