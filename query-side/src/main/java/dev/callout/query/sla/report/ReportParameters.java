package dev.callout.query.sla.report;

import dev.callout.api.Moment;
import dev.callout.api.sla.SlaReportFilter;
import dev.callout.api.ticket.Priority;
import dev.callout.query.http.Filters;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.time.Instant;

/** Which tickets a report is about; without a period the last quarter. */
record ReportParameters(
        @Parameter(description = "Tickets raised from this moment on; 92 days before the end if not given")
        String from,

        @Parameter(description = "Tickets raised before this moment; now if not given")
        String until,

        String customer,
        String priority,
        String category,
        String team) {

    private static final Duration A_QUARTER = Duration.ofDays(92);
    private static final Duration LONGEST = Duration.ofDays(1_830);

    /** Of a moment that is looked back at: what was raised later did not exist. */
    SlaReportFilter filter(Moment at) {
        var latest = at == null ? Instant.now() : at.asOf();
        var end = until == null ? latest : Filters.time("until", until);
        if (at != null && end.isAfter(latest)) {
            end = latest;
        }
        var start = from == null ? end.minus(A_QUARTER) : Filters.time("from", from);
        if (!start.isBefore(end)) {
            throw Filters.invalid("'from' must be before 'until'.");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Filters.invalid("A report covers five years at most.");
        }
        return new SlaReportFilter(
                start, end, customer, Filters.constant("priority", priority, Priority.class), category, team);
    }
}
