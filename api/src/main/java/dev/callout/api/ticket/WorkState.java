package dev.callout.api.ticket;

import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;

import java.time.Instant;

/**
 * How the work on a ticket stands, and the one place that says how each event changes it. The ticket decides with it,
 * the projections show it, and undoing a change puts an earlier one back.
 *
 * @param accepted whether the technician took the assignment on
 * @param resumeAt when paused work goes on by itself, if known
 * @param cycle 1 until the ticket is reopened, then one more each time
 * @param respondedAt when a person first answered the customer
 * @param resolvedBy who resolved the ticket last; stays when somebody else takes over
 */
public record WorkState(
        TicketStatus status,
        String technicianId,
        String teamId,
        boolean accepted,
        Instant resumeAt,
        Priority priority,
        int cycle,
        Instant respondedAt,
        String resolvedBy,
        Instant resolvedAt,
        Closure closure,
        Instant closedAt,
        String mergedInto,
        boolean archived) {

    public boolean isAssigned() {
        return technicianId != null || teamId != null;
    }

    public boolean isMerged() {
        return closure == Closure.MERGED;
    }

    /** The state after an event; {@code before} is null for the first one. */
    public static WorkState after(WorkState before, TicketEvent event) {
        if (event instanceof TicketRaised raised) {
            return new WorkState(
                    CREATED, null, null, false, null, raised.priority(), 1, null, null, null, null, null, null, false);
        }
        return before.after(event);
    }

    private WorkState after(TicketEvent event) {
        var next = new Draft(this);
        if (event instanceof TicketAssigned e) {
            next.status = ASSIGNED;
            next.technicianId = e.technicianId();
            next.teamId = e.teamId();
            next.accepted = false;
            next.resumeAt = null;
        } else if (event instanceof SupervisorAssigned e) {
            next.status = ASSIGNED;
            next.technicianId = e.supervisorId();
            next.accepted = false;
        } else if (event instanceof TicketReturnedToQueue e) {
            next.returned(e.teamId());
        } else if (event instanceof TicketAccepted e) {
            next.status = ASSIGNED;
            next.technicianId = e.technicianId();
            next.accepted = true;
        } else if (event instanceof WorkStarted e) {
            next.status = IN_PROGRESS;
            next.technicianId = e.technicianId();
        } else if (event instanceof WorkPaused e) {
            next.status = e.waitingFor() == WaitingFor.PARTS ? PENDING_PARTS : PENDING_CUSTOMER;
            next.resumeAt = e.resumeAt();
        } else if (event instanceof WorkResumed) {
            next.status = IN_PROGRESS;
            next.resumeAt = null;
        } else if (event instanceof CommentAdded e) {
            next.answered(e.firstResponse(), e.occurredAt());
        } else if (event instanceof TicketResolved e) {
            next.status = RESOLVED;
            next.resolvedBy = e.technicianId();
            next.resolvedAt = e.occurredAt();
            next.answered(e.firstResponse(), e.occurredAt());
        } else if (event instanceof ResolutionConfirmed e) {
            next.closed(Closure.CONFIRMED, e.occurredAt());
        } else if (event instanceof ConfirmationLapsed e) {
            next.closed(Closure.UNANSWERED, e.occurredAt());
        } else if (event instanceof TicketClosedAdministratively e) {
            next.closed(Closure.ADMINISTRATIVE, e.occurredAt());
        } else if (event instanceof TicketMerged e) {
            next.closed(Closure.MERGED, e.occurredAt());
            next.mergedInto = e.intoTicketId();
        } else if (event instanceof TicketReopened e) {
            next.status = REOPENED;
            next.accepted = false;
            next.cycle = e.cycle();
            next.resolvedAt = null;
            next.closure = null;
            next.closedAt = null;
            next.archived = false;
        } else if (event instanceof TicketCancelled e) {
            next.status = CANCELLED;
            next.resumeAt = null;
            next.closedAt = e.occurredAt();
        } else if (event instanceof TicketArchived) {
            next.archived = true;
        } else if (event instanceof PriorityChanged e) {
            next.priority = e.priority();
        } else if (event instanceof DuplicateAbsorbed e) {
            next.respondedAt = e.firstResponseAt();
        } else if (event instanceof DuplicateReleased e) {
            next.respondedAt = e.firstResponseAt();
        } else if (event instanceof TicketUnmerged e) {
            return e.restored();
        } else if (event instanceof BulkChangeUndone e) {
            return e.restored();
        } else if (event instanceof TicketStateImported e) {
            return e.state();
        }
        return next.sealed();
    }

    /** A copy that can be written to, field by field. */
    public Draft draft() {
        return new Draft(this);
    }

    /** A work state in the making. */
    public static final class Draft {
        public TicketStatus status;
        public String technicianId;
        public String teamId;
        public boolean accepted;
        public Instant resumeAt;
        public Priority priority;
        public int cycle;
        public Instant respondedAt;
        public String resolvedBy;
        public Instant resolvedAt;
        public Closure closure;
        public Instant closedAt;
        public String mergedInto;
        public boolean archived;

        private Draft(WorkState from) {
            status = from.status;
            technicianId = from.technicianId;
            teamId = from.teamId;
            accepted = from.accepted;
            resumeAt = from.resumeAt;
            priority = from.priority;
            cycle = from.cycle;
            respondedAt = from.respondedAt;
            resolvedBy = from.resolvedBy;
            resolvedAt = from.resolvedAt;
            closure = from.closure;
            closedAt = from.closedAt;
            mergedInto = from.mergedInto;
            archived = from.archived;
        }

        private void answered(boolean firstResponse, Instant at) {
            if (firstResponse) {
                respondedAt = at;
            }
        }

        private void returned(String team) {
            technicianId = null;
            teamId = team;
            accepted = false;
            resumeAt = null;
            if (status != REOPENED) {
                status = team == null ? CREATED : ASSIGNED;
            }
        }

        private void closed(Closure how, Instant at) {
            status = CLOSED;
            resumeAt = null;
            closure = how;
            closedAt = at;
        }

        public WorkState sealed() {
            return new WorkState(
                    status,
                    technicianId,
                    teamId,
                    accepted,
                    resumeAt,
                    priority,
                    cycle,
                    respondedAt,
                    resolvedBy,
                    resolvedAt,
                    closure,
                    closedAt,
                    mergedInto,
                    archived);
        }
    }
}
