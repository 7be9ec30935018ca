package dev.callout.api.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks up what a ticket's terms promise, one after the other. */
final class Promises {

    private final SlaCourse known;
    private final List<SlaTerms> terms;
    private final SlaBook book;
    private final Map<CalendarVersion, OpenTime> times = new HashMap<>();

    Promises(SlaCourse known, SlaBook book) {
        this.known = known;
        terms = known.terms();
        this.book = book;
    }

    /** Whether clocks begin with the first contact on a ticket that was merged into this one. */
    boolean startAtFirstContact() {
        return known.firstContact() != null
                && !terms.isEmpty()
                && policy(terms.get(terms.size() - 1)).startsAtFirstContact();
    }

    /** Whether a cycle that began at an instant goes on with the clock of the one before. */
    boolean continueAfter(Instant reopenedAt) {
        return !terms.isEmpty() && policy(terms.get(inForce(reopenedAt))).reopening() == ReopenRule.CONTINUE;
    }

    /** All that was promised for a run, in order: each holds until the next. */
    List<Promise> on(ClockRun run) {
        var promises = new ArrayList<Promise>();
        for (var i = inForce(run.promisedAt());
                i < terms.size() && !terms.get(i).from().isAfter(run.end());
                i++) {
            promises.add(promise(run, terms.get(i)));
        }
        return promises;
    }

    /** The latest terms at an instant; before all terms, the first that came. */
    private int inForce(Instant instant) {
        var found = 0;
        for (var i = 1; i < terms.size() && !terms.get(i).from().isAfter(instant); i++) {
            found = i;
        }
        return found;
    }

    /** Where plan and priority both give a target, the one that is due first. */
    private Promise promise(ClockRun run, SlaTerms terms) {
        var policy = policy(terms);
        var found = policy.targets(run.clock(), terms.priority()).stream()
                .map(target -> promise(run, terms, policy, target))
                .toList();
        if (found.size() < 2) {
            return found.isEmpty() ? promise(run, terms, policy, null) : found.get(0);
        }
        var plan = found.get(0);
        var priority = found.get(1);
        return priority.dueAt(run, known.pauses()).isBefore(plan.dueAt(run, known.pauses()))
                ? priority.before(plan)
                : plan.before(priority);
    }

    private Promise promise(ClockRun run, SlaTerms terms, SlaPolicy policy, SlaTarget target) {
        var counted = target != null && target.unit() != TargetUnit.MINUTES;
        var calendar = counted ? version(terms, target.calendarId()) : null;
        var time = counted ? times.computeIfAbsent(calendar, this::open) : OpenTime.ALWAYS;
        var sinceRaised = !terms.from().isAfter(known.startedAt());
        var since = sinceRaised ? run.promisedAt() : ClockRun.latest(terms.from(), run.promisedAt());
        return new Promise(terms, policy, target, null, calendar, time, since);
    }

    private SlaPolicy policy(SlaTerms terms) {
        return book.policy(terms.policyId(), terms.policyVersion());
    }

    private OpenTime open(CalendarVersion version) {
        return OpenTime.of(book.calendar(version.calendarId(), version.version()));
    }

    private static CalendarVersion version(SlaTerms terms, String calendarId) {
        return terms.calendars().stream()
                .filter(calendar -> calendar.calendarId().equals(calendarId))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The terms of " + terms.from() + " name no version of calendar "
                                + calendarId + ", which policy " + terms.policyId() + " counts by."));
    }
}
