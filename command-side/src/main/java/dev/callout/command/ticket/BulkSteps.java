package dev.callout.command.ticket;

import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.NOT_ALLOWED;

import dev.callout.api.CommandRefused;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.AssignInBulk;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.ChangePriorityInBulk;
import dev.callout.api.ticket.ChangeStatusInBulk;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.RequestBulkOperation;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.TicketCommand;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.UndoBulkChange;
import java.util.List;

/** What a bulk operation asks of a single ticket, and who may ask it: whoever may take that step on one ticket. */
final class BulkSteps {

    private BulkSteps() {}

    static TicketCommand stepOf(BulkOperationRequested operation, String ticketId, Actor actor) {
        return switch (operation.kind()) {
            case ASSIGN ->
                new AssignInBulk(
                        ticketId,
                        operation.operationId(),
                        operation.technicianId(),
                        operation.teamId(),
                        operation.reason());
            case PRIORITY ->
                new ChangePriorityInBulk(
                        ticketId, operation.operationId(), operation.priority(), actor.accountId(), operation.reason());
            case STATUS ->
                new ChangeStatusInBulk(
                        ticketId,
                        operation.operationId(),
                        operation.status(),
                        actor.accountId(),
                        TicketStepController.technician(actor),
                        ConversationController.side(actor),
                        operation.reason());
            case UNDO -> new UndoBulkChange(ticketId, operation.undoes(), operation.operationId());
        };
    }

    static void requireRight(BulkOperationRequested operation, Actor actor) {
        requireRight(operation.kind(), operation.status(), actor);
    }

    /** Before anything that the operation names is looked up. */
    static void requireRight(BulkKind kind, TicketStatus status, Actor actor) {
        requireRight(RequestBulkOperation.class, actor);
        requireRight(
                switch (kind) {
                    case ASSIGN -> AssignTicket.class;
                    case PRIORITY -> ChangePriority.class;
                    case STATUS -> singleStep(status, actor.role());
                    case UNDO -> UndoBulkChange.class;
                },
                actor);
    }

    private static void requireRight(Class<?> command, Actor actor) {
        var allowed = List.of(command.getAnnotation(AllowedTo.class).value());
        if (actor.role() != Role.ADMIN && !allowed.contains(actor.role())) {
            throw new CommandRefused(NOT_ALLOWED, "Your role does not allow this.");
        }
    }

    private static Class<? extends TicketCommand> singleStep(TicketStatus status, Role role) {
        return switch (status) {
            case IN_PROGRESS -> ResumeWork.class;
            case PENDING_CUSTOMER, PENDING_PARTS -> PauseWork.class;
            case RESOLVED -> ResolveTicket.class;
            case CLOSED -> role.isCustomer() ? ConfirmResolution.class : CloseAdministratively.class;
            case CANCELLED -> CancelTicket.class;
            case REOPENED -> ReopenTicket.class;
            case CREATED, ASSIGNED ->
                throw new CommandRefused(INVALID_VALUE, "No step leads many tickets to " + status + ".");
        };
    }
}
