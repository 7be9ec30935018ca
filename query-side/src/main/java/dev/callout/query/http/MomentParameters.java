package dev.callout.query.http;

import dev.callout.api.Moment;
import dev.callout.platform.http.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Which moment a read looks back at; none is the present. */
public record MomentParameters(
        @Parameter(
                description =
                        "Answers as things stood at this moment: an ISO 8601 time with offset, not in the future.",
                example = "2026-10-31T23:59:59Z")
        String asOf,

        @Parameter(
                description = "Together with asOf: leaves out what was recorded only later, such as work done offline"
                        + " or an import, so that the answer is the same whenever it is asked for.")
        String knownAt) {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    /** Null for the present. */
    public Moment moment() {
        if (asOf == null && knownAt != null) {
            throw Filters.invalid("'knownAt' says something only together with 'asOf'.");
        }
        return asOf == null ? null : new Moment(past("asOf", asOf), knownAt == null ? null : past("knownAt", knownAt));
    }

    /** A list of then is another list than that of now: the cursor of one does not lead on in the other. */
    public String nameOf(String list) {
        return asOf == null ? list : list + " at " + moment();
    }

    /** A moment that is not in the future. */
    public static Instant past(String name, String text) {
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw Filters.unfit(name, text);
            }
            if (time.toInstant().isAfter(Instant.now().plus(CLOCKS_DIFFER_BY))) {
                throw ProblemException.invalid(name, "IN_THE_FUTURE", "must not lie in the future");
            }
            return time.toInstant();
        } catch (DateTimeException notATime) {
            throw Filters.noTime(name, text);
        }
    }
}
