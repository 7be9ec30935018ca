package dev.callout.api.sla;

import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.CustomerDelayAgreed;
import dev.callout.api.ticket.CustomerDelayEnded;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SlaBreachDisputed;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaDisputeDecided;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.TechnicianArrived;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.VisitPromised;
import dev.callout.api.ticket.WorkState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of a ticket in the making. What the work went through is read from how it stood before and after an event,
 * so that an undo, the end of a merge or an import needs no rule of its own. What is told late takes its place in time,
 * but nothing ends before it began.
 */
final class CourseDraft {

    private static final Duration A_MICROSECOND = Duration.ofNanos(1_000);

    private final SlaSwitch by;
    private final Instant startedAt;
    private final SlaSwitch startedBy;
    private Instant respondedAt;
    private SlaSwitch respondedBy;
    private Instant visitPromisedAt;
    private Instant arrivedAt;
    private SlaSwitch arrivedBy;
    private final List<SlaCycle> cycles;
    private final List<SlaPause> pauses;
    private final List<SlaTerms> terms;
    private SlaContact firstContact;
    private final List<SlaBreach> breaches;

    CourseDraft(SlaCourse from, SlaSwitch by) {
        this.by = by;
        startedAt = from.startedAt();
        startedBy = from.startedBy();
        respondedAt = from.respondedAt();
        respondedBy = from.respondedBy();
        visitPromisedAt = from.visitPromisedAt();
        arrivedAt = from.arrivedAt();
        arrivedBy = from.arrivedBy();
        cycles = new ArrayList<>(from.cycles());
        pauses = new ArrayList<>(from.pauses());
        terms = new ArrayList<>(from.terms());
        firstContact = from.firstContact();
        breaches = new ArrayList<>(from.breaches());
    }

    void follow(TicketEvent event, WorkState before, WorkState after) {
        var at = event.occurredAt();
        if (!before.equals(after)) {
            pause(reason(before.status()), reason(after.status()), at, after.resumeAt());
            cycle(after, at);
            respond(after);
        }
        if (event instanceof BulkChangeUndone) {
            takeBackTerms(before.priority(), after.priority());
        } else if (event instanceof SlaPromised e) {
            terms.add(new SlaTerms(
                    e.occurredAt(),
                    e.promise().policyId(),
                    e.promise().policyVersion(),
                    e.promise().calendars(),
                    e.priority(),
                    e.cause(),
                    e.changedBy(),
                    by));
        } else if (event instanceof DuplicateAbsorbed e) {
            firstContact = contact(e.firstContactAt());
        } else if (event instanceof DuplicateReleased e) {
            firstContact = contact(e.firstContactAt());
        } else if (event instanceof SlaBreached e) {
            breaches.add(new SlaBreach(e.clock(), e.cycle(), at, e.byRetarget(), by, null, null, null, null));
        } else if (event instanceof SlaBreachDisputed e) {
            breaches.replaceAll(
                    breach -> breach.isOf(e.clock(), e.cycle()) ? breach.disputed(at, e.disputedBy()) : breach);
        } else if (event instanceof SlaDisputeDecided e) {
            breaches.replaceAll(
                    breach -> breach.isOf(e.clock(), e.cycle()) ? breach.decided(e.accepted(), at) : breach);
        } else if (event instanceof CustomerDelayAgreed e) {
            endDelay(at);
            pauses.add(new SlaPause(PauseReason.CUSTOMER_DELAY, at, later(at, e.until()), by, null));
        } else if (event instanceof CustomerDelayEnded) {
            endDelay(at);
        } else if (event instanceof VisitPromised && visitPromisedAt == null) {
            visitPromisedAt = at;
        } else if (event instanceof TechnicianArrived && arrivedAt == null) {
            visitPromisedAt = visitPromisedAt == null ? at : visitPromisedAt;
            arrivedAt = at;
            arrivedBy = by;
        }
    }

    /** A pause with a date ends at that date, whenever somebody gets to it. */
    private void pause(PauseReason before, PauseReason after, Instant at, Instant resumeAt) {
        if (before == after) {
            return;
        }
        for (var i = 0; before != null && i < pauses.size(); i++) {
            var pause = pauses.get(i);
            if (pause.reason() == before
                    && (pause.until() == null || pause.until().isAfter(at))) {
                pauses.set(i, ended(pause, at));
            }
        }
        if (after != null) {
            pauses.add(new SlaPause(after, at, resumeAt == null ? null : later(at, resumeAt), by, null));
        }
    }

    private SlaContact contact(Instant at) {
        return at != null && at.isBefore(startedAt) ? new SlaContact(at, by) : null;
    }

    /** Terms that followed from a priority which was taken back never were in force. */
    private void takeBackTerms(Priority from, Priority to) {
        var last = terms.size() - 1;
        if (from != to
                && last > 0
                && terms.get(last).cause() == PromiseCause.PRIORITY_CHANGED
                && terms.get(last).priority() == from
                && terms.get(last - 1).priority() == to) {
            var taken = terms.remove(last); // and they have broken nothing
            breaches.removeIf(
                    breach -> breach.recordedBy().version() > taken.startedBy().version());
        }
    }

    private static PauseReason reason(TicketStatus status) {
        return switch (status) {
            case PENDING_CUSTOMER -> PauseReason.PENDING_CUSTOMER;
            case PENDING_PARTS -> PauseReason.PENDING_PARTS;
            default -> null;
        };
    }

    /** A delay ends when another one is agreed, when it is taken back, and else by itself. */
    private void endDelay(Instant at) {
        for (var i = 0; i < pauses.size(); i++) {
            var pause = pauses.get(i);
            if (pause.reason() == PauseReason.CUSTOMER_DELAY && pause.until().isAfter(at)) {
                pauses.set(i, ended(pause, at));
            }
        }
    }

    private SlaPause ended(SlaPause pause, Instant at) {
        return new SlaPause(pause.reason(), pause.from(), later(pause.from(), at), pause.startedBy(), by);
    }

    private void cycle(WorkState after, Instant at) {
        while (last().number() > after.cycle()) {
            cycles.remove(cycles.size() - 1); // a reopening that was taken back
        }
        if (last().number() < after.cycle()) {
            var from = last().until() == null ? at : later(last().until(), at);
            cycles.add(new SlaCycle(after.cycle(), from, null, null, by, null));
        }
        var open = last();
        if (after.status().isOpen()) {
            end(open, null, null, null);
        } else if (after.resolvedAt() != null) {
            var until = later(open.from(), after.resolvedAt());
            if (open.end() != CycleEnd.RESOLVED || !isSame(until, open.until())) {
                end(open, until, CycleEnd.RESOLVED, by);
            }
        } else if (open.end() == null) {
            end(open, later(open.from(), at), CycleEnd.GIVEN_UP, by);
        }
    }

    private void end(SlaCycle cycle, Instant until, CycleEnd how, SlaSwitch endedBy) {
        cycles.set(
                cycles.size() - 1, new SlaCycle(cycle.number(), cycle.from(), until, how, cycle.startedBy(), endedBy));
    }

    private SlaCycle last() {
        return cycles.get(cycles.size() - 1);
    }

    /** Whoever solves the problem has answered, too. */
    private void respond(WorkState after) {
        var answered = after.respondedAt() == null && cycles.get(0).end() == CycleEnd.RESOLVED
                ? cycles.get(0).until()
                : after.respondedAt();
        if (!isSame(answered, respondedAt)) {
            respondedAt = answered;
            respondedBy = answered == null ? null : by;
        }
    }

    /** Views keep times to the microsecond, and give them back so. */
    private static boolean isSame(Instant one, Instant other) {
        return one == null || other == null
                ? one == other
                : Duration.between(one, other).abs().compareTo(A_MICROSECOND) < 0;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    SlaCourse sealed() {
        return new SlaCourse(
                startedAt,
                startedBy,
                respondedAt,
                respondedBy,
                visitPromisedAt,
                arrivedAt,
                arrivedBy,
                List.copyOf(cycles),
                List.copyOf(pauses),
                List.copyOf(terms),
                firstContact,
                List.copyOf(breaches));
    }
}
