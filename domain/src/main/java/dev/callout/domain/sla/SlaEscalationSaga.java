package dev.callout.domain.sla;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.CustomerDelayEnded;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.SlaChecked;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketReturnedToQueue;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.VisitPromised;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/**
 * Has a ticket looked at when the time of one of its promises runs out. It only waits and asks: the ticket decides, so
 * that a look too many, too late or after a crash once more does no harm. What makes time run out later asks for nothing:
 * the early look moves on.
 */
@Saga
@ProcessingGroup("saga-sla-escalation")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public class SlaEscalationSaga {

    static final String CHECK_DUE = "sla-check-due";

    /** What happened before it was recorded may still be told of: a moment later more is known. */
    static final Duration LATE_ENTRIES_GET = Duration.ofMinutes(1);

    /** The moment to look has come. */
    public record CheckDue(String ticketId) {}

    private String ticketId;
    private boolean paused;
    private String deadlineId;

    @StartSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(TicketRaised event, @Timestamp Instant recordedAt, SlaBook book, DeadlineManager deadlines) {
        ticketId = event.ticketId();
        if (event.promise() == null) {
            SagaLifecycle.end();
            return;
        }
        var course = SlaCourse.after(null, event, null, null, SlaSwitch.by(event, 0, recordedAt));
        SlaCalculation.read(course, book, event.occurredAt())
                .next()
                .map(next -> next.isBefore(recordedAt) ? recordedAt.plus(LATE_ENTRIES_GET) : next)
                .ifPresent(next -> lookAt(next, deadlines));
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(SlaPromised event, DeadlineManager deadlines) {
        ticketId = event.ticketId();
        lookNow(deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(TicketReopened event, DeadlineManager deadlines) {
        ticketId = event.ticketId();
        lookNow(deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(TicketUnmerged event, DeadlineManager deadlines) {
        ticketId = event.ticketId();
        lookNow(deadlines);
    }

    /** Its clocks may begin earlier now. */
    @StartSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(DuplicateAbsorbed event, DeadlineManager deadlines) {
        ticketId = event.ticketId();
        lookNow(deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(BulkChangeUndone event, DeadlineManager deadlines) {
        ticketId = event.ticketId();
        lookNow(deadlines);
    }

    @SagaEventHandler(associationProperty = "ticketId")
    void on(WorkPaused event) {
        paused = true;
    }

    @SagaEventHandler(associationProperty = "ticketId")
    void on(WorkResumed event, DeadlineManager deadlines) {
        paused = false;
        lookNow(deadlines);
    }

    /** Whoever gets a paused ticket goes on with it. */
    @SagaEventHandler(associationProperty = "ticketId")
    void on(TicketAssigned event, DeadlineManager deadlines) {
        if (paused) {
            paused = false;
            lookNow(deadlines);
        }
    }

    @SagaEventHandler(associationProperty = "ticketId")
    void on(TicketReturnedToQueue event, DeadlineManager deadlines) {
        if (paused) {
            paused = false;
            lookNow(deadlines);
        }
    }

    @SagaEventHandler(associationProperty = "ticketId")
    void on(CustomerDelayEnded event, DeadlineManager deadlines) {
        lookNow(deadlines);
    }

    @SagaEventHandler(associationProperty = "ticketId")
    void on(VisitPromised event, DeadlineManager deadlines) {
        lookNow(deadlines);
    }

    @DeadlineHandler(deadlineName = CHECK_DUE)
    void on(CheckDue due, CommandGateway commands, DeadlineManager deadlines) {
        deadlineId = null;
        SlaChecked checked = commands.sendAndWait(new CheckSla(ticketId));
        if (checked.next() != null) {
            lookAt(checked.next(), deadlines);
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(TicketResolved event, DeadlineManager deadlines) {
        lookNoMore(deadlines);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(TicketClosedAdministratively event, DeadlineManager deadlines) {
        lookNoMore(deadlines);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(TicketCancelled event, DeadlineManager deadlines) {
        lookNoMore(deadlines);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(TicketMerged event, DeadlineManager deadlines) {
        lookNoMore(deadlines);
    }

    /** What another help desk promised is not ours to tell of. */
    @EndSaga
    @SagaEventHandler(associationProperty = "ticketId")
    void on(HistoryLineImported event, DeadlineManager deadlines) {
        lookNoMore(deadlines);
    }

    /** As a deadline, too: a ticket that can't look is tried again by itself, and all others go on. */
    private void lookNow(DeadlineManager deadlines) {
        lookNoMore(deadlines);
        deadlineId = deadlines.schedule(Duration.ZERO, CHECK_DUE, new CheckDue(ticketId));
    }

    /** A moment later: what is done at the very due time is still in time. */
    private void lookAt(Instant next, DeadlineManager deadlines) {
        deadlineId = deadlines.schedule(next.plusMillis(1), CHECK_DUE, new CheckDue(ticketId));
    }

    private void lookNoMore(DeadlineManager deadlines) {
        if (deadlineId != null) {
            deadlines.cancelSchedule(CHECK_DUE, deadlineId);
            deadlineId = null;
        }
    }
}
