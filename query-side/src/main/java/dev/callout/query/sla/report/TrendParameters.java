package dev.callout.query.sla.report;

import dev.callout.api.sla.SlaTrend;
import dev.callout.query.http.Filters;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.ZoneId;

/** How a trend is cut. */
record TrendParameters(
        @Parameter(description = "month or week (ISO)") String trend,

        @Parameter(
                description = "The time zone in which months and weeks begin, UTC if not given",
                example = "Europe/Zurich")
        String zone) {

    SlaTrend length() {
        if (trend == null || trend.equals("month")) {
            return SlaTrend.MONTH;
        }
        if (trend.equals("week")) {
            return SlaTrend.WEEK;
        }
        throw Filters.unfit("trend", trend);
    }

    String zoneOrUtc() {
        try {
            return zone == null ? "UTC" : ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            throw Filters.unfit("zone", zone);
        }
    }
}
