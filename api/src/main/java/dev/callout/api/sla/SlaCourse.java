package dev.callout.api.sla;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a ticket, as far as its promises go: enough to say at any moment how each clock stands, under the
 * terms it had or under others.
 *
 * @param respondedAt when a person first answered; null if nobody has
 * @param visitPromisedAt when it was settled that somebody has to go there; null if nobody has to
 * @param arrivedAt when a technician was there; null if nobody was
 * @param cycles at least one
 * @param terms in order; empty when no policy was for the ticket
 * @param firstContact null unless a ticket that was raised earlier was merged into this one
 * @param breaches those that were recorded, whether or not what was reported later would undo them
 */
public record SlaCourse(
        Instant startedAt,
        SlaSwitch startedBy,
        Instant respondedAt,
        SlaSwitch respondedBy,
        Instant visitPromisedAt,
        Instant arrivedAt,
        SlaSwitch arrivedBy,
        List<SlaCycle> cycles,
        List<SlaPause> pauses,
        List<SlaTerms> terms,
        SlaContact firstContact,
        List<SlaBreach> breaches) {

    /** Courses that were stored before breaches were part of them have none. */
    public SlaCourse {
        breaches = breaches == null ? List.of() : breaches;
    }

    /** The course so far; {@code before} and {@code workBefore} are null for the first event. */
    public static SlaCourse after(
            SlaCourse before, TicketEvent event, WorkState workBefore, WorkState workAfter, SlaSwitch by) {
        if (event instanceof TicketRaised raised) {
            return beginning(raised, by);
        }
        var next = new CourseDraft(before, by);
        next.follow(event, workBefore, workAfter);
        return next.sealed();
    }

    private static SlaCourse beginning(TicketRaised raised, SlaSwitch by) {
        var at = raised.occurredAt();
        var promise = raised.promise();
        var course = beginning(at, by);
        return promise == null
                ? course
                : course.under(List.of(new SlaTerms(
                        at,
                        promise.policyId(),
                        promise.policyVersion(),
                        promise.calendars(),
                        raised.priority(),
                        PromiseCause.RAISED,
                        null,
                        by)));
    }

    /** The course of a ticket to which nothing has happened but that it was raised, and for which nothing is promised. */
    public static SlaCourse beginning(Instant at, SlaSwitch by) {
        var cycle = new SlaCycle(1, at, null, null, by, null);
        return new SlaCourse(
                at, by, null, null, null, null, null, List.of(cycle), List.of(), List.of(), null, List.of());
    }

    /** The same happened, under other terms. */
    public SlaCourse under(List<SlaTerms> others) {
        return new SlaCourse(
                startedAt,
                startedBy,
                respondedAt,
                respondedBy,
                visitPromisedAt,
                arrivedAt,
                arrivedBy,
                cycles,
                pauses,
                others,
                firstContact,
                breaches.stream().map(SlaBreach::underOtherTerms).toList());
    }

    /** The same happened, and nobody had recorded a breach. */
    public SlaCourse withoutBreaches() {
        return new SlaCourse(
                startedAt,
                startedBy,
                respondedAt,
                respondedBy,
                visitPromisedAt,
                arrivedAt,
                arrivedBy,
                cycles,
                pauses,
                terms,
                firstContact,
                List.of());
    }

    /** What was recorded of a broken promise. */
    public Optional<SlaBreach> breach(SlaClock clock, int cycle) {
        return breaches.stream().filter(breach -> breach.isOf(clock, cycle)).findFirst();
    }

    /** The same happened, and somebody has to go there. */
    public SlaCourse withVisitPromised(Instant at) {
        return new SlaCourse(
                startedAt,
                startedBy,
                respondedAt,
                respondedBy,
                at,
                arrivedAt,
                arrivedBy,
                cycles,
                pauses,
                terms,
                firstContact,
                breaches);
    }

    /** The cycle that runs, or the last one. */
    public SlaCycle cycle() {
        return cycles.get(cycles.size() - 1);
    }
}
