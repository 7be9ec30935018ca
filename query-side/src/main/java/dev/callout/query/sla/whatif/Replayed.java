package dev.callout.query.sla.whatif;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.query.sla.report.Penalties;
import dev.callout.query.sla.tracking.TrackedTicket;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A ticket under the terms it had and under others. */
record Replayed(
        TrackedTicket ticket,
        List<ClockReading> before,
        List<ClockReading> after,
        List<Flip> flips,
        Map<String, Long> owedBefore,
        Map<String, Long> owedAfter) {

    static Replayed of(TrackedTicket ticket, SlaBook book, OtherTerms others, Instant readAt) {
        var course = ticket.course();
        var before = SlaCalculation.readNow(course, book, readAt).clocks();
        var owedBefore = Penalties.of(before, book);
        if (!others.concern(course)) {
            return new Replayed(ticket, before, before, List.of(), owedBefore, owedBefore);
        }
        var after = SlaCalculation.readNow(others.under(course), others, readAt).clocks();
        return new Replayed(
                ticket, before, after, Flip.between(before, after), owedBefore, Penalties.of(after, others));
    }
}
