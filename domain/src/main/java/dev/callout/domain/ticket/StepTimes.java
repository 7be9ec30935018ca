package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.OCCURRED_TOO_EARLY;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;

import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.SupervisorAssigned;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.WorkState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * When the steps of a ticket happened and since when each person could know of it: how early a further step can lie,
 * whoever reports it and by which door.
 *
 * @param recordedAt when the ticket was recorded, which is later than raised where it was reported late
 * @param openedAt when the ticket was raised or last reopened
 * @param stepAt when the last step of the work happened
 * @param overSince when it was recorded that the work is resolved or over; null while it is not
 * @param assignedSince when the ticket was first given to each technician
 * @param teamSince when it was first given to a team, null if never
 */
record StepTimes(
        Instant raisedAt,
        Instant recordedAt,
        String raisedBy,
        Instant openedAt,
        Instant stepAt,
        Instant overSince,
        Map<String, Instant> assignedSince,
        Instant teamSince) {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

    /** In the same order, however the map was made: a ticket loaded from its snapshot remembers the very same. */
    StepTimes {
        assignedSince = new TreeMap<>(assignedSince);
    }

    static StepTimes of(TicketRaised event, Instant recordedAt) {
        var at = event.occurredAt();
        return new StepTimes(at, recordedAt, event.raisedBy(), at, at, null, Map.of(), null);
    }

    StepTimes after(TicketEvent event, Instant recordedAt, WorkState before, WorkState after) {
        if (event instanceof HistoryLineImported line
                && overSince != null
                && line.occurredAt().isBefore(overSince)) {
            return new StepTimes( // what another help desk did, people knew when that did it
                    raisedAt, this.recordedAt, raisedBy, openedAt, stepAt, line.occurredAt(), assignedSince, teamSince);
        }
        if (before.equals(after)) {
            return this;
        }
        var at = event.occurredAt();
        var opened = after.status().isOpen() && !before.status().isOpen();
        return new StepTimes(
                raisedAt,
                this.recordedAt,
                raisedBy,
                opened ? at : openedAt,
                isStep(event, before, after) ? later(stepAt, at) : stepAt,
                overSince(recordedAt, before, after),
                assignedSince(after, at),
                teamSince == null && after.teamId() != null ? at : teamSince);
    }

    /** Null for one to whom it was never given, and for nobody. */
    Instant assignedSince(String technicianId) {
        return technicianId == null ? null : assignedSince.get(technicianId);
    }

    /** A supervisor is assigned by the product itself, which cannot know yet what people report late. */
    private static boolean isStep(TicketEvent event, WorkState before, WorkState after) {
        return !(event instanceof SupervisorAssigned)
                && (before.status() != after.status()
                        || before.accepted() != after.accepted()
                        || before.cycle() != after.cycle()
                        || !Objects.equals(before.technicianId(), after.technicianId())
                        || !Objects.equals(before.teamId(), after.teamId()));
    }

    private Instant overSince(Instant recordedAt, WorkState before, WorkState after) {
        if (after.status() != RESOLVED && !after.status().isOver()) {
            return null;
        }
        if (before.status() == after.status() && before.cycle() == after.cycle()) {
            return overSince;
        }
        return recordedAt;
    }

    private Map<String, Instant> assignedSince(WorkState after, Instant at) {
        if (after.technicianId() == null || assignedSince.containsKey(after.technicianId())) {
            return assignedSince;
        }
        var more = new TreeMap<>(assignedSince);
        more.put(after.technicianId(), at);
        return more;
    }

    /**
     * When something happened that somebody reports. A little too early is a clock that differs.
     *
     * @param occurredAt as reported; null for now
     * @param dependsOn when that happened without which it could not have happened
     */
    Instant happened(Instant occurredAt, Instant dependsOn, Sender sender, Instant now) {
        if (occurredAt == null) {
            return later(now, later(raisedAt, dependsOn)); // of an earlier step the clock may have been a little fast
        }
        require(occurredAt, later(raisedAt, dependsOn), "what it depends on happened only then");
        var known = knownTo(sender, now);
        require(occurredAt, known, "you could not know of the ticket before");
        return later(occurredAt, later(later(raisedAt, dependsOn), known));
    }

    private static void require(Instant occurredAt, Instant earliest, String why) {
        refuseWhen(
                occurredAt.isBefore(earliest.minus(CLOCKS_DIFFER_BY)),
                OCCURRED_TOO_EARLY,
                "occurredAt can't be before " + earliest + ": " + why + ".");
    }

    /** The product itself and made-up histories know everything; who raised the ticket knows it from then on. */
    private Instant knownTo(Sender sender, Instant now) {
        if (sender.role() == null || sender.role() == SYSTEM || sender.makesUp() || sender.is(raisedBy)) {
            return raisedAt;
        }
        if (sender.role() != TECHNICIAN) {
            return recordedAt.isBefore(now) ? recordedAt : now;
        }
        var own = assignedSince(sender.accountId());
        if (own != null) {
            return own;
        }
        return teamSince == null ? now : teamSince; // it is the team's work, or one reports it who was not asked to
    }

    static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
