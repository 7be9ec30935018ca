package dev.callout.api.sla;

import dev.callout.api.sla.SlaInterval.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Cuts a run into intervals, and names the event that began each. Resolved comes before the calendar, and the calendar
 * before a pause: a pause at night costs nothing, so the night is shown.
 */
final class IntervalList {

    private final ClockRun run;
    private final List<Standstill> standstills;
    private final List<SlaInterval> intervals = new ArrayList<>();

    private IntervalList(ClockRun run, List<Standstill> standstills) {
        this.run = run;
        this.standstills = standstills;
    }

    static List<SlaInterval> of(ClockRun run, List<Standstill> standstills, OpenTime time) {
        if (!run.startedAt().isBefore(run.end())) {
            return List.of();
        }
        var list = new IntervalList(run, standstills);
        for (var span : time.spans(run.startedAt(), run.end())) {
            list.cut(span);
        }
        return Collections.unmodifiableList(list.intervals);
    }

    private void cut(OpenSpan span) {
        var edges = new ArrayList<Instant>();
        edges.add(span.from());
        for (var still : standstills) {
            addWithin(edges, span, still.from());
            addWithin(edges, span, still.until());
        }
        edges.add(span.until());
        Collections.sort(edges);
        for (var i = 1; i < edges.size(); i++) {
            if (edges.get(i - 1).isBefore(edges.get(i))) {
                add(edges.get(i - 1), edges.get(i), span);
            }
        }
    }

    private static void addWithin(List<Instant> edges, OpenSpan span, Instant edge) {
        if (edge.isAfter(span.from()) && edge.isBefore(span.until())) {
            edges.add(edge);
        }
    }

    private void add(Instant from, Instant until, OpenSpan span) {
        var reasons = EnumSet.noneOf(PauseReason.class);
        var resolved = false;
        for (var still : standstills) {
            if (still.covers(from)) {
                if (still.reason() == null) {
                    resolved = true;
                } else {
                    reasons.add(still.reason());
                }
            }
        }
        var kind = kind(span, resolved, !reasons.isEmpty());
        append(
                from,
                until,
                kind,
                kind == Kind.PAUSED ? Collections.unmodifiableSet(reasons) : Set.of(),
                kind == Kind.HOLIDAY ? span.holiday() : null);
    }

    private static Kind kind(OpenSpan span, boolean resolved, boolean paused) {
        if (resolved) {
            return Kind.RESOLVED;
        }
        if (!span.open()) {
            return span.holiday() == null ? Kind.OUTSIDE_HOURS : Kind.HOLIDAY;
        }
        return paused ? Kind.PAUSED : Kind.COUNTED;
    }

    private void append(Instant from, Instant until, Kind kind, Set<PauseReason> reasons, String holiday) {
        var last = intervals.size() - 1;
        if (last >= 0) {
            var before = intervals.get(last);
            if (before.kind() == kind
                    && before.reasons().equals(reasons)
                    && Objects.equals(before.holiday(), holiday)) {
                var longer = new SlaInterval(before.from(), until, kind, reasons, holiday, before.switchedBy());
                intervals.set(last, longer);
                return;
            }
        }
        var switchedBy = last < 0 ? run.startedBy() : switchedBy(from, kind);
        intervals.add(new SlaInterval(from, until, kind, reasons, holiday, switchedBy));
    }

    private SlaSwitch switchedBy(Instant at, Kind kind) {
        return switch (kind) {
            case RESOLVED -> begun(at, true);
            case PAUSED -> {
                var begun = begun(at, false);
                yield begun == null ? ended(at, false) : begun;
            }
            case COUNTED -> ended(at, false);
            case OUTSIDE_HOURS, HOLIDAY -> ended(at, true); // a pause makes no difference there
        };
    }

    private SlaSwitch begun(Instant at, boolean resolved) {
        for (var still : standstills) {
            if (still.from().equals(at) && resolved == (still.reason() == null)) {
                return still.startedBy();
            }
        }
        return null;
    }

    private SlaSwitch ended(Instant at, boolean onlyReopened) {
        for (var still : standstills) {
            if (still.until().equals(at) && (still.reason() == null || !onlyReopened) && still.endedBy() != null) {
                return still.endedBy();
            }
        }
        return null;
    }
}
