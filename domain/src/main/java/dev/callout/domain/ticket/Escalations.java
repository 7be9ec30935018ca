package dev.callout.domain.ticket;

import static dev.callout.api.sla.EscalationRecipient.MANAGER;
import static dev.callout.api.sla.EscalationRecipient.SUPERVISOR;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.EscalationAction;
import dev.callout.api.sla.EscalationStep;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.ticket.SupervisorAssigned;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the steps of a ladder do to a ticket besides telling: everybody is asked, and the supervisor assigned, once. */
final class Escalations {

    private record Deed(EscalationAction action, String accountId) {}

    private final String ticketId;
    private final String contactId;
    private final WorkState work;
    private final boolean isOnSite;
    private final Instant handledAt;
    private final Staff staff;
    private final Instant now;
    private final Set<Deed> done = new HashSet<>();

    /**
     * Begins with nothing done.
     *
     * @param isOnSite whether a technician is at the site
     * @param handledAt when it was last recorded that a person assigned the work or took it on; null if never
     */
    Escalations(
            String ticketId,
            String contactId,
            WorkState work,
            boolean isOnSite,
            Instant handledAt,
            Staff staff,
            Instant now) {
        this.ticketId = ticketId;
        this.contactId = contactId;
        this.work = work;
        this.isOnSite = isOnSite;
        this.handledAt = handledAt;
        this.staff = staff;
        this.now = now;
    }

    /** Nothing where the step only tells, and where whoever it is for has left. */
    Optional<TicketEvent> by(EscalationStep step, SlaPolicy policy, ClockReading clock, Instant at) {
        if (step.action() == EscalationAction.NOTIFY) {
            return Optional.empty();
        }
        return helper(step, policy)
                .filter(to -> done.add(new Deed(step.action(), to)))
                .flatMap(to -> {
                    if (step.action() == EscalationAction.ESCALATE || isInOtherHands(at)) {
                        return Optional.of(new TicketEscalated(ticketId, contactId, null, to, null, null, at));
                    }
                    return to.equals(work.technicianId())
                            ? Optional.empty()
                            : Optional.of(new SupervisorAssigned(
                                    ticketId, clock.clock(), clock.cycle(), to, work.technicianId(), now));
                });
    }

    /** Work that has begun is not taken out of anybody's hands, nor what a person has seen to since. */
    private boolean isInOtherHands(Instant since) {
        var waits = switch (work.status()) {
            case CREATED, ASSIGNED, REOPENED -> true;
            default -> false;
        };
        return !waits || isOnSite || handledAt != null && handledAt.isAfter(since);
    }

    /** The supervisor, if the step is for that one, or else the manager; whoever has left can't help. */
    private Optional<String> helper(EscalationStep step, SlaPolicy policy) {
        var isForSupervisor =
                step.action() == EscalationAction.ASSIGN || step.recipients().contains(SUPERVISOR);
        var supervisor = isForSupervisor ? policy.supervisorId() : null;
        if (staff.has(SUPERVISOR, supervisor)) {
            return Optional.of(supervisor);
        }
        return Optional.ofNullable(policy.managerId()).filter(manager -> staff.has(MANAGER, manager));
    }
}
