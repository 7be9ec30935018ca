package dev.callout.domain.ticket;

import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;

import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.ConfirmationLapsed;
import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.PriorityChanged;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one line of another help desk's history means here: the steps a ticket takes anyway where they lead to the same
 * state, else one event that says openly that the state was taken over.
 */
final class ImportedLine {

    private final ImportTicketState line;
    private final TicketFacts facts;
    private final List<TicketEvent> events = new ArrayList<>();
    private WorkState work;

    private ImportedLine(ImportTicketState line, TicketFacts facts, WorkState work) {
        this.line = line;
        this.facts = facts;
        this.work = work;
    }

    static List<TicketEvent> events(ImportTicketState line, TicketFacts facts, WorkState work) {
        var imported = new ImportedLine(line, facts, work);
        imported.describe();
        imported.reopen();
        imported.assign();
        imported.step();
        imported.takeOverWhatIsLeft();
        imported.happens(new HistoryLineImported(
                line.ticketId(), line.source(), line.sourceReference(), line.sourceLine(), line.occurredAt()));
        return imported.events;
    }

    private void describe() {
        if (!Objects.equals(facts.contactId(), line.contactId()) || !Objects.equals(facts.siteId(), line.siteId())) {
            happens(new ReporterChanged(line.ticketId(), line.contactId(), line.siteId(), line.stepAt()));
        }
        if (facts.type() != line.type()
                || !Objects.equals(facts.category(), line.category())
                || !Objects.equals(facts.subCategory(), line.subCategory())) {
            happens(new TicketClassified(
                    line.ticketId(), line.type(), line.category(), line.subCategory(), line.stepAt()));
        }
        if (work.priority() != line.priority()) {
            happens(new PriorityChanged(
                    line.ticketId(),
                    line.contactId(),
                    line.priority(),
                    null,
                    "Changed in " + line.source(),
                    line.stepAt()));
        }
    }

    private void reopen() {
        if ((work.status() == RESOLVED || work.status() == CLOSED)
                && line.status().isOpen()) {
            happens(new TicketReopened(
                    line.ticketId(),
                    work.cycle() + 1,
                    null,
                    line.contactId(),
                    "Reopened in " + line.source(),
                    work.resolvedAt() == null ? null : work.resolvedBy(),
                    line.stepAt()));
        }
    }

    /** While a ticket is open, a new assignee is an ordinary assignment, or work goes on with somebody else. */
    private void assign() {
        var assignmentDiffers = !Objects.equals(work.technicianId(), line.technicianId())
                || !Objects.equals(work.teamId(), line.teamId());
        var backToAssigned = line.status() == ASSIGNED && work.status() != ASSIGNED;
        var workerNeeded = line.status() == IN_PROGRESS && !work.status().isPending() && work.status() != IN_PROGRESS;
        if (work.status().isOpen()
                && isAssigned()
                && (assignmentDiffers || (backToAssigned || workerNeeded) && work.status() != ASSIGNED)) {
            happens(new TicketAssigned(
                    line.ticketId(),
                    line.contactId(),
                    line.technicianId(),
                    line.teamId(),
                    "Assigned in " + line.source(),
                    line.stepAt()));
        }
    }

    private void step() {
        if (!line.exact() || work.status() == line.status()) {
            return;
        }
        var from = work.status();
        switch (line.status()) {
            case IN_PROGRESS -> {
                if (from.isPending()) {
                    happens(new WorkResumed(line.ticketId(), ResumeCause.TECHNICIAN, line.stepAt()));
                } else if (from == ASSIGNED && line.technicianId() != null) {
                    happens(new TicketAccepted(line.ticketId(), line.technicianId(), line.stepAt()));
                    happens(new WorkStarted(line.ticketId(), line.technicianId(), line.stepAt()));
                }
            }
            case PENDING_CUSTOMER -> pause(WaitingFor.CUSTOMER);
            case PENDING_PARTS -> pause(WaitingFor.PARTS);
            case RESOLVED -> {
                if (from == IN_PROGRESS && line.resolvedAt() != null) {
                    happens(new TicketResolved(
                            line.ticketId(),
                            line.resolvedBy(),
                            line.contactId(),
                            line.workDone(),
                            false,
                            line.resolvedAt()));
                }
            }
            case CLOSED -> {
                if (from == RESOLVED) {
                    happens(new ConfirmationLapsed(line.ticketId(), line.stepAt()));
                }
            }
            default -> {}
        }
    }

    private void pause(WaitingFor waitingFor) {
        if (work.status() == IN_PROGRESS) {
            happens(new WorkPaused(
                    line.ticketId(), waitingFor, line.contactId(), line.sourceState(), null, line.stepAt()));
        }
    }

    /** Says openly what no step of ours led to, and every state that has no equal here. */
    private void takeOverWhatIsLeft() {
        var said = asTheLineSays();
        if (!line.exact() || !said.equals(work)) {
            happens(new TicketStateImported(
                    line.ticketId(),
                    line.source(),
                    line.sourceReference(),
                    line.sourceLine(),
                    line.sourceState(),
                    reason(),
                    line.contactId(),
                    said.status().isOpen() ? null : line.workDone(),
                    said,
                    line.stepAt()));
        }
    }

    private WorkState asTheLineSays() {
        var state = work.draft();
        state.technicianId = line.technicianId();
        state.teamId = line.teamId();
        if (work.status() != line.status()) {
            state.status = line.status();
            state.resumeAt = null;
            state.closure = line.status() == CLOSED ? Closure.IMPORTED : null;
            state.closedAt = null;
            if (!line.status().isOpen()) {
                state.resolvedBy = line.resolvedBy();
                state.resolvedAt = line.resolvedAt();
            }
        }
        if (line.status().isOver()) {
            state.closedAt = line.stepAt(); // ours may have closed it while the rest was still to come
        }
        return state.sealed();
    }

    private String reason() {
        if (!line.exact()) {
            return "NO_EQUAL_STATE";
        }
        if (work.status() != line.status()) {
            return work.status() + "_TO_" + line.status();
        }
        var sameHands = Objects.equals(work.technicianId(), line.technicianId())
                && Objects.equals(work.teamId(), line.teamId());
        return (sameHands ? "CORRECTED_WHILE_" : "REASSIGNED_WHILE_") + work.status();
    }

    private boolean isAssigned() {
        return line.technicianId() != null || line.teamId() != null;
    }

    private void happens(TicketEvent event) {
        events.add(event);
        work = WorkState.after(work, event);
    }
}
