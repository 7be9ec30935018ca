package dev.callout.api.sla;

import java.util.List;

/** One page of calendars. */
public record WorkCalendarPage(List<Line> items, String next, Long total) {

    /**
     * One calendar in the list.
     *
     * @param version the newest that was published
     */
    public record Line(
            String calendarId,
            String name,
            int version,
            String zone,
            String holidayCountry,
            String holidayRegion,
            boolean retired) {}
}
