package dev.callout.api.sla;

import java.time.LocalDate;
import java.util.List;

/**
 * A calendar in one of its versions.
 *
 * @param specialDays the company's own
 * @param holidays those of the country and region, as far as they are known
 * @param holidaysUntil the last holiday of all, the company's own included; null if there is none
 * @param published every version there is
 * @param streamVersion how often it was changed, for whoever wants to change it next
 */
public record WorkCalendarDetails(
        String calendarId,
        int version,
        String name,
        String zone,
        List<WeeklyHours> week,
        List<SpecialDay> specialDays,
        String holidayCountry,
        String holidayRegion,
        List<SpecialDay> holidays,
        LocalDate holidaysUntil,
        boolean retired,
        List<Publication> published,
        long streamVersion) {}
