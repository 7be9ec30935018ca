package dev.callout.query.sla.tracking;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.LateReport;
import dev.callout.api.sla.SlaCertificate.Fact;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaCycle;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.sla.SlaTerms;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.VisitPromised;
import dev.callout.query.projection.EventTimes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;

/** What matters to a ticket's promises as it was written down: when it happened, and when it was recorded. */
final class Chronicle {

    private record Run(SlaClock clock, int cycle) {}

    private final SlaCourse course;
    private final Instant moment;
    private final Map<Long, Fact> facts = new TreeMap<>();
    private final Map<Run, Fact> breaches = new HashMap<>();

    /**
     * Reads a ticket's history.
     *
     * @param history the ticket's events from the first on, as far as the course knows them
     * @param moment the one that is told of
     */
    Chronicle(SlaCourse course, Stream<? extends DomainEventMessage<?>> history, Instant moment) {
        this.course = course;
        this.moment = moment;
        var switches = switches(course);
        history.forEach(event -> note(event, switches));
    }

    private void note(DomainEventMessage<?> message, Set<Long> switches) {
        var event = message.getPayload();
        var fact = new Fact(
                event.getClass().getSimpleName(),
                message.getSequenceNumber(),
                EventTimes.occurredAt(event, message.getTimestamp()),
                message.getTimestamp());
        if (event instanceof SlaBreached breached) {
            if (fact.happenedAt().isBefore(moment)) { // at the due time itself nothing is broken yet
                breaches.put(new Run(breached.clock(), breached.cycle()), fact);
            }
        } else if (switches.contains(fact.version()) || event instanceof VisitPromised) {
            facts.put(fact.version(), fact);
        }
    }

    private static Set<Long> switches(SlaCourse course) {
        return Stream.of(
                        Stream.of(course.startedBy(), course.respondedBy(), course.arrivedBy()),
                        course.cycles().stream().flatMap(cycle -> Stream.of(cycle.startedBy(), cycle.endedBy())),
                        course.pauses().stream().flatMap(pause -> Stream.of(pause.startedBy(), pause.endedBy())),
                        course.terms().stream().map(SlaTerms::startedBy))
                .flatMap(switches -> switches)
                .filter(Objects::nonNull)
                .map(SlaSwitch::version)
                .collect(Collectors.toSet());
    }

    /** Null where no event did it. */
    Fact fact(SlaSwitch by) {
        return by == null ? null : facts.get(by.version());
    }

    /** What stopped a clock; null while it runs. */
    Fact endOf(ClockReading clock) {
        var at = clock.stoppedAt();
        if (at == null) {
            return null;
        }
        if (clock.clock() == SlaClock.RESPONSE && at.equals(course.respondedAt())) {
            return fact(course.respondedBy());
        }
        if (clock.clock() == SlaClock.ARRIVAL && at.equals(course.arrivedAt())) {
            return fact(course.arrivedBy());
        }
        return Stream.concat(
                        course.cycles().stream()
                                .filter(cycle -> at.equals(cycle.until()))
                                .map(SlaCycle::endedBy),
                        course.terms().stream()
                                .filter(terms -> at.equals(terms.from()))
                                .map(SlaTerms::startedBy))
                .findFirst()
                .map(this::fact)
                .orElse(null);
    }

    /** What was recorded of a broken promise at the time; null if nothing was. */
    Fact breachOf(ClockReading clock) {
        return breaches.get(new Run(clock.clock(), clock.cycle()));
    }

    /** What was recorded after a breach was, and had happened before it or ended the clock before it. */
    List<Fact> toldAfter(Fact breach, ClockReading clock) {
        var endedBefore = clock.stoppedAt() != null && !clock.stoppedAt().isAfter(breach.happenedAt());
        var end = endedBefore ? endOf(clock) : null;
        return facts.values().stream()
                .filter(fact -> fact.version() > breach.version())
                .filter(fact -> fact.equals(end) || !fact.happenedAt().isAfter(breach.happenedAt()))
                .toList();
    }

    List<Fact> toldLate() {
        return facts.values().stream()
                .filter(fact -> isLate(fact) && !fact.happenedAt().isAfter(moment))
                .toList();
    }

    static boolean isLate(Fact fact) {
        return fact != null && LateReport.is(fact.happenedAt(), fact.recordedAt());
    }
}
