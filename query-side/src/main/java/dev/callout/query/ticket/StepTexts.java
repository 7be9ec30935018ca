package dev.callout.query.ticket;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.ConfirmationLapsed;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Enumerated;

/**
 * What was said with the last pause, solution and ending of a ticket, as columns that several views have. Each stays when
 * the work goes on, so that a step taken back shows it again; whether it still counts says the {@link WorkState}.
 */
@Embeddable
public class StepTexts implements Cloneable {

    private String waitingReason;
    private String workDone;
    private String earlierWorkDone;
    private String closingNote;
    private String earlierClosingNote;
    private @Enumerated(STRING) CancelReason cancelReason;

    protected StepTexts() {}

    /** The columns after one more event; {@code texts} is null while there are none. */
    public static StepTexts after(StepTexts texts, TicketEvent event, WorkState before, WorkState after) {
        var next = texts == null ? new StepTexts() : texts.copy();
        if (event instanceof WorkPaused paused) {
            next.waitingReason = paused.reason();
        } else if (event instanceof TicketResolved resolved) {
            next.done(resolved.workDone());
        } else if (event instanceof TicketStateImported imported) {
            next.waitingReason = imported.sourceState();
            if (imported.workDone() != null) {
                next.done(imported.workDone());
            }
        } else if (event instanceof ResolutionConfirmed confirmed) {
            next.ended(confirmed.comment());
        } else if (event instanceof ConfirmationLapsed) {
            next.ended(null);
        } else if (event instanceof TicketClosedAdministratively closed) {
            next.ended(closed.reason());
        } else if (event instanceof TicketMerged merged) {
            next.ended(merged.reason());
        } else if (event instanceof TicketCancelled cancelled) {
            next.ended(cancelled.note());
            next.cancelReason = cancelled.cause();
        } else if (event instanceof TicketUnmerged || event instanceof BulkChangeUndone) {
            next.takenBack(before, after);
        }
        return next;
    }

    private void done(String what) {
        earlierWorkDone = workDone;
        workDone = what;
    }

    private void ended(String note) {
        earlierClosingNote = closingNote;
        closingNote = note;
    }

    /** What was said with the very step that is taken back gives way to what had been said before. */
    private void takenBack(WorkState before, WorkState after) {
        if (before.status() == TicketStatus.RESOLVED && after.status() != TicketStatus.RESOLVED) {
            workDone = earlierWorkDone;
        }
        if (before.status().isOver()) {
            closingNote = earlierClosingNote;
        }
    }

    private StepTexts copy() {
        try {
            return (StepTexts) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
