package dev.callout.api.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What had happened to a ticket by a moment: what came later is left out. */
final class KnownCourse {

    private KnownCourse() {}

    static SlaCourse at(SlaCourse course, Instant moment) {
        return new SlaCourse(
                course.startedAt(),
                course.startedBy(),
                known(course.respondedAt(), moment),
                course.respondedBy(),
                known(course.visitPromisedAt(), moment),
                known(course.arrivedAt(), moment),
                course.arrivedBy(),
                cycles(course.cycles(), moment),
                pauses(course.pauses(), moment),
                terms(course.terms(), moment),
                course.firstContact(),
                course.breaches().stream()
                        .map(breach -> breach.knownAt(moment))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Instant known(Instant happened, Instant moment) {
        return happened == null || happened.isAfter(moment) ? null : happened;
    }

    private static List<SlaCycle> cycles(List<SlaCycle> cycles, Instant moment) {
        var known = new ArrayList<SlaCycle>(cycles.size());
        for (var cycle : cycles) {
            if (cycle.from().isAfter(moment)) {
                continue;
            }
            var ended = known(cycle.until(), moment) != null;
            known.add(ended ? cycle : new SlaCycle(cycle.number(), cycle.from(), null, null, cycle.startedBy(), null));
        }
        return known;
    }

    private static List<SlaPause> pauses(List<SlaPause> pauses, Instant moment) {
        var known = new ArrayList<SlaPause>(pauses.size());
        for (var pause : pauses) {
            if (pause.from().isAfter(moment)) {
                continue;
            }
            // An end that was settled beforehand was known before it came; one that an event brought was not.
            var open = pause.endedBy() != null && pause.until() != null && known(pause.until(), moment) == null;
            known.add(open ? new SlaPause(pause.reason(), pause.from(), null, pause.startedBy(), null) : pause);
        }
        return known;
    }

    /** In time, also what was told late; without those that others replaced at the same instant and never held. */
    private static List<SlaTerms> terms(List<SlaTerms> terms, Instant moment) {
        var known = new ArrayList<SlaTerms>(terms.size());
        var inTime = new ArrayList<>(terms);
        inTime.sort(Comparator.comparing(SlaTerms::from));
        for (var next : inTime) {
            if (next.from().isAfter(moment)) {
                break;
            }
            var last = known.size() - 1;
            if (last >= 0 && known.get(last).from().equals(next.from())) {
                known.remove(last);
            }
            known.add(next);
        }
        return known;
    }
}
