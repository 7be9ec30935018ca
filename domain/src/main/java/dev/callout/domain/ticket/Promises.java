package dev.callout.domain.ticket;

import static dev.callout.api.sla.PromiseCause.PRIORITY_CHANGED;
import static dev.callout.api.sla.SlaClock.ARRIVAL;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.sla.EscalationStep;
import dev.callout.api.sla.NeverOpenAgain;
import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaChoice;
import dev.callout.api.sla.SlaChoice.Chosen;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaPause;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaPromise;
import dev.callout.api.sla.SlaReading;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.sla.SlaTerms;
import dev.callout.api.sla.SlaVerdict;
import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SlaBreachDisputed;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.SlaThresholdReached;
import dev.callout.api.ticket.SupervisorAssigned;
import dev.callout.api.ticket.TechnicianArrived;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.VisitPromised;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was promised for a ticket, and what of it was told already: each threshold and each breach once.
 *
 * @param priorityAt when the ticket got the priority that it has
 * @param handledAt when it was last recorded that a person assigned the work or took it on; null if never
 * @param told keys of clock, cycle and percent
 * @param toldBeforeBulk the same as it was when the last bulk change came
 */
record Promises(
        SlaCourse course,
        Priority priority,
        Instant priorityAt,
        Instant handledAt,
        Set<String> told,
        Set<String> toldBeforeBulk) {

    private static final String BROKEN = "broken";
    private static final int DUE = 100;

    /** In the same order, however the set was made: a ticket loaded from its snapshot remembers the very same. */
    Promises {
        told = new TreeSet<>(told);
        toldBeforeBulk = new TreeSet<>(toldBeforeBulk);
    }

    static Promises of(TicketRaised event, WorkState work, SlaSwitch by) {
        return new Promises(
                SlaCourse.after(null, event, null, work, by),
                event.priority(),
                event.occurredAt(),
                null,
                Set.of(),
                Set.of());
    }

    Promises after(TicketEvent event, WorkState before, WorkState after, SlaSwitch by) {
        var priorityAt = before.priority() == after.priority() ? this.priorityAt : event.occurredAt();
        var next = SlaCourse.after(course, event, before, after, by);
        var handled = event instanceof TicketAssigned
                || event instanceof TicketAccepted
                || event instanceof WorkStarted
                || event instanceof TechnicianArrived;
        return new Promises(
                next,
                after.priority(),
                priorityAt,
                handled ? by.recordedAt() : handledAt,
                toldAfter(event, next),
                event instanceof ChangedInBulk ? told : toldBeforeBulk);
    }

    /** Alerts of terms that are taken back are taken back with them. */
    private Set<String> toldAfter(TicketEvent event, SlaCourse next) {
        if (event instanceof BulkChangeUndone
                && next.terms().size() < course.terms().size()) {
            return toldBeforeBulk;
        }
        if (event instanceof SlaThresholdReached e) {
            return with(key(e.clock(), e.cycle(), e.percent()));
        }
        return event instanceof SlaBreached e ? with(key(e.clock(), e.cycle(), BROKEN)) : told;
    }

    private Set<String> with(String key) {
        var more = new TreeSet<>(told);
        more.add(key);
        return more;
    }

    private static String key(SlaClock clock, int cycle, Object level) {
        return clock + "/" + cycle + "/" + level;
    }

    Optional<SlaTerms> terms() {
        var terms = course.terms();
        return terms.isEmpty() ? Optional.empty() : Optional.of(terms.get(terms.size() - 1));
    }

    /** Whether the ticket got another priority than the one it has its promises for. */
    boolean areForAnotherPriority() {
        return terms().filter(terms -> terms.priority() != priority).isPresent();
    }

    boolean areUnder(Chosen chosen) {
        return terms().filter(terms -> terms.policyId().equals(chosen.policyId())
                        && terms.policyVersion() == chosen.policyVersion()
                        && terms.calendars().equals(chosen.calendars())
                        && terms.priority() == priority)
                .isPresent();
    }

    /** When the last delay that was agreed on began; null if none was. */
    Instant delayedFrom() {
        return course.pauses().stream()
                .filter(pause -> pause.reason() == PauseReason.CUSTOMER_DELAY)
                .map(SlaPause::from)
                .max(Instant::compareTo)
                .orElse(null);
    }

    boolean areDelayedAt(Instant now) {
        return course.pauses().stream()
                .anyMatch(pause -> pause.reason() == PauseReason.CUSTOMER_DELAY
                        && !pause.from().isAfter(now)
                        && pause.until().isAfter(now));
    }

    /** An event that follows from time and terms, and that nobody does. */
    static boolean isKeptBy(TicketEvent event) {
        return event instanceof SlaPromised promised && promised.changedBy() == null
                || event instanceof SlaThresholdReached
                || event instanceof SlaBreached
                || event instanceof SupervisorAssigned
                || event instanceof SlaBreachDisputed
                || event instanceof TicketEscalated escalated && escalated.escalatedBy() == null;
    }

    // --- what is promised

    /** The same version of the same policy, unless that is for other tickets than this one has become. */
    Optional<Chosen> forPriority(TicketFacts facts, SlaChoice choice, SlaBook book) {
        var now = terms().orElseThrow();
        var policy = book.policy(now.policyId(), now.policyVersion());
        var only = policy.scope().priority();
        return only == null || only == priority
                ? Optional.of(new Chosen(now.policyId(), now.policyVersion(), now.calendars()))
                : choice.choose(facts.customerId(), priority, facts.category());
    }

    /** What a policy promises for a ticket that is just being raised; nothing where its time would never come. */
    static Optional<SlaPromise> promise(Chosen chosen, Priority priority, Instant at, SlaBook book) {
        var course = SlaCourse.beginning(at, new SlaSwitch(TicketRaised.class.getSimpleName(), 0));
        try {
            return Optional.of(new Promises(course, priority, at, null, Set.of(), Set.of())
                    .promise(chosen, PromiseCause.RAISED, null, at, book));
        } catch (NeverOpenAgain senseless) { // the problem is to be taken in all the same
            return Optional.empty();
        }
    }

    SlaPromised promised(
            String ticketId, Chosen chosen, PromiseCause cause, String changedBy, Instant at, SlaBook book) {
        var from = cause == PRIORITY_CHANGED ? priorityAt : at;
        SlaPromise promise;
        try {
            promise = promise(chosen, cause, changedBy, from, book);
        } catch (NeverOpenAgain senseless) {
            throw new CommandRefused(
                    RefusalCode.INVALID_VALUE,
                    "These promises would never be due: the calendar is not open for so long.");
        }
        return new SlaPromised(ticketId, course.cycle().number(), priority, promise, cause, changedBy, from);
    }

    private SlaPromise promise(Chosen chosen, PromiseCause cause, String changedBy, Instant from, SlaBook book) {
        var terms = new ArrayList<>(course.terms());
        terms.add(new SlaTerms(
                from,
                chosen.policyId(),
                chosen.policyVersion(),
                chosen.calendars(),
                priority,
                cause,
                changedBy,
                course.startedBy()));
        var then = SlaCalculation.read(course.under(terms), book, from);
        return new SlaPromise(
                chosen.policyId(),
                chosen.policyVersion(),
                chosen.calendars(),
                dueAt(then, RESPONSE, 1),
                dueAt(then, ARRIVAL, 1),
                dueAt(then, RESOLUTION, course.cycle().number()));
    }

    VisitPromised visit(String ticketId, String promisedBy, Instant at, SlaBook book) {
        var then = course.withVisitPromised(at);
        return new VisitPromised(ticketId, promisedBy, dueAt(SlaCalculation.read(then, book, at), ARRIVAL, 1), at);
    }

    private static Instant dueAt(SlaReading reading, SlaClock clock, int cycle) {
        return reading.clock(clock, cycle).map(ClockReading::dueAt).orElse(null);
    }

    /** An answer on a ticket that is merged counts from the merge on where the response of this one was broken before. */
    Instant answeredElsewhere(Instant answeredAt, Instant mergedAt, SlaBook book, Instant now) {
        return answeredAt != null && isResponseBroken(book, now) ? later(answeredAt, mergedAt) : answeredAt;
    }

    private boolean isResponseBroken(SlaBook book, Instant now) {
        return told.contains(key(RESPONSE, 1, BROKEN))
                || read(book, now)
                        .clock(RESPONSE, 1)
                        .filter(clock -> clock.missedAt() != null)
                        .isPresent();
    }

    // --- what runs out

    /** When to look again; null when no time runs out. */
    Instant next(SlaBook book, Instant now) {
        return read(book, now).next().orElse(null);
    }

    private SlaReading read(SlaBook book, Instant now) {
        return SlaCalculation.readNow(course, book, now);
    }

    /** What happened by now without anybody doing anything, and was not told yet; in the order of time. */
    List<TicketEvent> overdue(
            String ticketId, String contactId, WorkState work, SlaBook book, Staff staff, Instant now) {
        if (course.terms().isEmpty()) {
            return List.of();
        }
        var escalations = new Escalations(ticketId, contactId, work, course.arrivedAt() != null, handledAt, staff, now);
        var events = new ArrayList<TicketEvent>();
        for (var clock : read(book, now).clocks()) {
            var policy = book.policy(clock.policyId(), clock.policyVersion());
            if (clock.missedAt() != null
                    && isOfThisCycle(clock, clock.missedAt())
                    && !told.contains(key(clock.clock(), clock.cycle(), BROKEN))) {
                events.add(breached(ticketId, clock, work));
            }
            if (clock.stoppedAt() == null) {
                events.addAll(reached(ticketId, clock, policy, work, escalations, now));
            }
        }
        events.sort(Comparator.comparing(TicketEvent::occurredAt)); // stable: what belongs together stays so
        return events;
    }

    /** Recorded breaches that would be none by what is known now: they stand until somebody else has decided. */
    List<TicketEvent> disputed(String ticketId, String disputedBy, SlaBook book, Instant now) {
        var breaches = course.breaches().stream()
                .filter(breach -> breach.dispute() == null)
                .toList();
        if (breaches.isEmpty()) {
            return List.of();
        }
        var reading = SlaCalculation.readNow(course.withoutBreaches(), book, now);
        var events = new ArrayList<TicketEvent>();
        for (var breach : breaches) {
            var clock = reading.clock(breach.clock(), breach.cycle());
            if (clock.filter(read -> read.verdict() == SlaVerdict.MISSED).isEmpty()) {
                var endedAt = clock.map(ClockReading::stoppedAt).orElse(null);
                events.add(new SlaBreachDisputed(ticketId, breach.clock(), breach.cycle(), endedAt, disputedBy, now));
            }
        }
        return events;
    }

    /** A clock that goes on after a reopening has its past behind it: what ran out before was told in an earlier cycle. */
    private boolean isOfThisCycle(ClockReading clock, Instant at) {
        return clock.cycle() == 1
                || !at.isBefore(course.cycles().get(clock.cycle() - 1).from());
    }

    private static SlaBreached breached(String ticketId, ClockReading clock, WorkState work) {
        return new SlaBreached(
                ticketId,
                clock.clock(),
                clock.cycle(),
                clock.dueAt(),
                clock.missedByRetarget(),
                clock.policyId(),
                clock.policyVersion(),
                work.technicianId(),
                work.teamId(),
                clock.missedAt());
    }

    /** What was passed unseen is told by its last step alone, to all whom the steps before are for, too. */
    private List<TicketEvent> reached(
            String ticketId,
            ClockReading clock,
            SlaPolicy policy,
            WorkState work,
            Escalations escalations,
            Instant now) {
        var passed = clock.thresholds().stream()
                .filter(threshold -> !threshold.at().isAfter(now) && isOfThisCycle(clock, threshold.at()))
                .filter(threshold -> !told.contains(key(clock.clock(), clock.cycle(), threshold.percent())))
                .filter(threshold ->
                        !steps(policy, clock.clock(), threshold.percent()).isEmpty())
                .toList();
        var wasBroken = told.contains(key(clock.clock(), clock.cycle(), BROKEN));
        var concerned = new LinkedHashSet<EscalationRecipient>();
        var events = new ArrayList<TicketEvent>();
        for (var threshold : passed) {
            var isLast = threshold == passed.get(passed.size() - 1);
            var isOld = wasBroken && threshold.percent() < DUE;
            var at = threshold.byRetarget()
                    ? later(threshold.at(), terms().orElseThrow().from())
                    : threshold.at();
            for (var step : steps(policy, clock.clock(), threshold.percent())) {
                var recipients = new LinkedHashSet<>(step.recipients());
                if (isLast) {
                    recipients.addAll(concerned);
                    concerned.clear();
                } else {
                    concerned.addAll(step.recipients());
                }
                events.add(new SlaThresholdReached(
                        ticketId,
                        clock.clock(),
                        clock.cycle(),
                        threshold.percent(),
                        clock.dueAt(),
                        threshold.byRetarget(),
                        clock.policyId(),
                        clock.policyVersion(),
                        step.action(),
                        isLast && !isOld ? List.copyOf(recipients) : List.of(),
                        work.technicianId(),
                        at));
                if (!isOld) {
                    escalations.by(step, policy, clock, at).ifPresent(events::add);
                }
            }
        }
        return events;
    }

    /** One that tells and one that escalates may stand at the same percent. */
    private static List<EscalationStep> steps(SlaPolicy policy, SlaClock clock, int percent) {
        return policy.ladder().stream()
                .filter(step -> step.clock() == clock && step.percent() == percent)
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }
}
