package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;

import dev.callout.api.CommandRefused;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangeStatusInBulk;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.WaitingFor;
import java.time.Instant;
import java.util.List;

/** One status for many tickets: for each it is the very step that leads there for a single one. */
record StatusInBulk(ChangeStatusInBulk order) {

    List<TicketEvent> taken(WorkSteps steps, Instant now, Instant overSince, TicketPolicy policy) {
        return switch (order.status()) {
            case PENDING_CUSTOMER -> steps.pause(pause(WaitingFor.CUSTOMER), now);
            case PENDING_PARTS -> steps.pause(pause(WaitingFor.PARTS), now);
            case IN_PROGRESS -> steps.resume(new ResumeWork(order.ticketId(), order.technicianId(), now), now);
            case RESOLVED ->
                steps.resolve(new ResolveTicket(order.ticketId(), order.technicianId(), order.reason(), now), now);
            case CLOSED -> order.changedByKind() == CUSTOMER ? confirmed(steps, now) : closed(steps, now);
            case CANCELLED ->
                steps.cancel(new CancelTicket(order.ticketId(), CancelReason.INVALID, order.reason(), now), now);
            case REOPENED -> steps.reopen(order.changedBy(), order.reason(), now, overSince, policy);
            case CREATED, ASSIGNED ->
                throw new CommandRefused(STEP_NOT_POSSIBLE, "No step leads many tickets to " + order.status() + ".");
        };
    }

    private PauseWork pause(WaitingFor waitingFor) {
        return new PauseWork(order.ticketId(), order.technicianId(), waitingFor, order.reason(), null, null);
    }

    private List<TicketEvent> confirmed(WorkSteps steps, Instant now) {
        return steps.confirm(new ConfirmResolution(order.ticketId(), order.changedBy(), order.reason(), now), now);
    }

    private List<TicketEvent> closed(WorkSteps steps, Instant now) {
        return steps.close(new CloseAdministratively(order.ticketId(), order.reason(), now), now);
    }
}
