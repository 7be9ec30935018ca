package dev.callout.command.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.platform.http.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When something happened, if the sender says so: not in the future, and long ago only from those who work offline. */
@Component
class OccurredAt {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);
    private static final Duration LONGEST_AGO = Duration.ofDays(731);

    private final Clock clock;

    OccurredAt(Clock clock) {
        this.clock = clock;
    }

    Instant checked(Instant occurredAt, Actor actor) {
        if (occurredAt == null) {
            return null;
        }
        var now = clock.instant();
        if (occurredAt.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw ProblemException.invalid("occurredAt", "IN_THE_FUTURE", "must not lie in the future");
        }
        var mayReportLate = actor.role() == Role.TECHNICIAN || actor.role() == Role.ADMIN;
        if (occurredAt.isBefore(now.minus(CLOCKS_DIFFER_BY)) && !mayReportLate) {
            throw ProblemException.invalid("occurredAt", "TOO_LATE", "only technicians and importers may report late");
        }
        if (occurredAt.isBefore(now.minus(LONGEST_AGO))) {
            throw ProblemException.invalid("occurredAt", "TOO_LATE", "must not lie more than two years ago");
        }
        return occurredAt;
    }
}
