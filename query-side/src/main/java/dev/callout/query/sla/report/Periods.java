package dev.callout.query.sla.report;

import dev.callout.api.sla.SlaTrend;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/** Names the month or ISO week of a moment so that names sort as time goes by: 2026-03, 2026-W10. */
record Periods(SlaTrend trend, ZoneId zone) {

    String of(Instant moment) {
        var date = moment.atZone(zone);
        return switch (trend) {
            case MONTH -> "%04d-%02d".formatted(date.getYear(), date.getMonthValue());
            case WEEK ->
                "%04d-W%02d"
                        .formatted(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        };
    }
}
