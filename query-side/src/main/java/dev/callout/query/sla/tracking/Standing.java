package dev.callout.query.sla.tracking;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.LateReport;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaColor;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaReading;
import dev.callout.api.sla.SlaTracking;
import dev.callout.api.sla.SlaVerdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Tells how the promises for a ticket stand, from how their clocks read. */
final class Standing {

    private static final List<SlaColor> WORST_FIRST =
            List.of(SlaColor.RED, SlaColor.YELLOW, SlaColor.GREEN, SlaColor.GRAY);

    private final SlaBook book;
    private final boolean forStaff;

    /** What is an internal aim is none of the customer's business. */
    Standing(SlaBook book, boolean forStaff) {
        this.book = book;
        this.forStaff = forStaff;
    }

    SlaTracking of(TrackedTicket ticket, SlaReading reading, long version) {
        var clocks = reading.clocks();
        return new SlaTracking(
                ticket.ticketId(),
                ticket.number(),
                reading.moment(),
                allMet(clocks),
                WORST_FIRST.stream()
                        .filter(color -> clocks.stream().anyMatch(clock -> clock.color() == color))
                        .findFirst()
                        .orElse(SlaColor.GRAY),
                clocks.stream()
                        .filter(Standing::isOpen)
                        .map(ClockReading::dueAt)
                        .min(Instant::compareTo)
                        .orElse(null),
                clocks.stream().map(this::of).toList(),
                version);
    }

    /** One broken promise is enough, whatever became of the others; with nothing promised there is nothing to say. */
    static Boolean allMet(List<ClockReading> clocks) {
        if (anyIs(clocks, SlaVerdict.MISSED)) {
            return false;
        }
        var open = clocks.stream().anyMatch(Standing::isOpen);
        return !open && anyIs(clocks, SlaVerdict.MET) ? true : null;
    }

    private static boolean anyIs(List<ClockReading> clocks, SlaVerdict verdict) {
        return clocks.stream().anyMatch(clock -> clock.verdict() == verdict);
    }

    private static boolean isOpen(ClockReading clock) {
        return clock.verdict() == SlaVerdict.RUNNING || clock.verdict() == SlaVerdict.PAUSED;
    }

    SlaTracking.Clock of(ClockReading clock) {
        return new SlaTracking.Clock(
                clock.clock(),
                clock.cycle(),
                new SlaTracking.Policy(
                        clock.policyId(),
                        clock.policyVersion(),
                        book.policy(clock.policyId(), clock.policyVersion()).name()),
                calendar(clock),
                clock.priority(),
                clock.startedAt(),
                SlaTracking.Target.of(clock.promised()),
                SlaTracking.Target.of(clock.outdone()),
                clock.target(),
                forStaff ? clock.goalAt() : null,
                clock.dueAt(),
                clock.stoppedAt(),
                recordedAt(clock),
                reportedLate(clock),
                clock.verdict(),
                met(clock),
                clock.missedAt(),
                clock.missedByRetarget(),
                clock.missedInEarlierCycle(),
                dispute(clock),
                clock.used(),
                usedPercent(clock),
                clock.remaining(),
                clock.color(),
                clock.pausedBy(),
                standstill(clock));
    }

    private static Instant recordedAt(ClockReading clock) {
        return clock.stoppedBy() == null ? null : clock.stoppedBy().recordedAt();
    }

    private static boolean reportedLate(ClockReading clock) {
        return LateReport.is(clock.stoppedAt(), recordedAt(clock));
    }

    private static SlaTracking.Dispute dispute(ClockReading clock) {
        var breach = clock.breach();
        return breach == null || breach.dispute() == null
                ? null
                : new SlaTracking.Dispute(
                        breach.dispute(), breach.at(), breach.disputedAt(), breach.disputedBy(), breach.decidedAt());
    }

    private SlaTracking.Calendar calendar(ClockReading clock) {
        if (clock.calendar() == null) {
            return null;
        }
        var calendar =
                book.calendar(clock.calendar().calendarId(), clock.calendar().version());
        return new SlaTracking.Calendar(
                calendar.calendarId(),
                calendar.version(),
                calendar.name(),
                calendar.zone().getId());
    }

    private static Boolean met(ClockReading clock) {
        return switch (clock.verdict()) {
            case MET -> true;
            case MISSED -> false;
            case RUNNING, PAUSED, VOID -> null;
        };
    }

    private static int usedPercent(ClockReading clock) {
        var target = Math.max(1, clock.target().toMillis());
        return (int) Math.min(Integer.MAX_VALUE, clock.used().toMillis() * 100 / target);
    }

    private static SlaTracking.Standstill standstill(ClockReading clock) {
        var last = Stream.ofNullable(clock.stoppedAt() == null ? clock.intervals() : null)
                .flatMap(List::stream)
                .reduce((earlier, later) -> later)
                .orElse(null);
        return last == null || last.kind() == SlaInterval.Kind.COUNTED
                ? null
                : new SlaTracking.Standstill(last.kind(), last.reasons(), last.holiday(), last.from());
    }
}
