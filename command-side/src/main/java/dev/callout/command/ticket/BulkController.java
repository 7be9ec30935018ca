package dev.callout.command.ticket;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkItemsProcessed;
import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationFinished;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.BulkResult;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RequestBulkOperation;
import dev.callout.api.ticket.StopBulkOperation;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.command.order.Answers;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.Receipt;
import dev.callout.command.order.References;
import dev.callout.platform.http.CalloutHeaders;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.RightsCheck;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes many tickets in one go, previews such a change, and takes it back. */
@RestController
@RequestMapping(BulkController.BULK)
@Tag(name = "Many tickets at once")
class BulkController {

    static final String BULK = TicketController.TICKETS + "/bulk";

    /** A ticket by id or number, at the version the user saw; without one, any version will do. */
    record SelectedTicket(
            @NotBlank @Size(max = 60) String id,
            @PositiveOrZero Long version) {}

    record BulkBody(
            @NotNull BulkKind operation,
            @NotEmpty @Size(max = 1000) List<@NotNull @Valid SelectedTicket> tickets,
            @Size(max = 60) String technicianId,
            @Size(max = 60) String teamId,
            TicketStatus status,
            Priority priority,
            @Size(max = 1000) String reason) {}

    record StopBody() {}

    record UndoBody(@Size(max = 1000) String reason) {}

    /** What would become of the selected tickets. */
    record Preview(int selected, long willChange, long willNot, List<BulkResult> results) {}

    /** The operation that was begun; ask for its results by its id. */
    record Begun(String id) {}

    private final Orders orders;
    private final RightsCheck rights;
    private final TicketRegister register;
    private final References references;
    private final BulkRunner runner;
    private final EventStore events;

    BulkController(
            Orders orders,
            RightsCheck rights,
            TicketRegister register,
            References references,
            BulkRunner runner,
            EventStore events) {
        this.orders = orders;
        this.rights = rights;
        this.register = register;
        this.references = references;
        this.runner = runner;
        this.events = events;
    }

    @PostMapping
    @Operation(summary = "Assign, change status or priority of many tickets; dryRun=true only previews")
    ResponseEntity<?> change(
            @Valid @RequestBody BulkBody body, @RequestParam(defaultValue = "false") boolean dryRun, OrderHead head) {
        rights.requireRole(head.actor(), RequestBulkOperation.class);
        requireComplete(body);
        BulkSteps.requireRight(body.operation(), body.status(), head.actor());
        references.requireTechnician(body.technicianId());
        references.requireTeam(body.teamId());
        var items = body.tickets().stream()
                .map(ticket -> new BulkItem(
                        ticketId(ticket.id(), head.actor()), ticket.version() == null ? -1 : ticket.version()))
                .toList();
        return begin(
                new BulkOperationRequested(
                        head.newId("BLK-"),
                        body.operation(),
                        body.technicianId(),
                        body.teamId(),
                        body.status(),
                        body.priority(),
                        body.reason(),
                        null,
                        head.actor().accountId(),
                        items),
                body,
                dryRun,
                head);
    }

    @PostMapping("/{operationId}/undo")
    @Operation(summary = "Take an operation back, except where a ticket was changed since; dryRun=true only previews")
    ResponseEntity<?> undo(
            @PathVariable String operationId,
            @Valid @RequestBody UndoBody body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            OrderHead head) {
        rights.requireRole(head.actor(), RequestBulkOperation.class);
        if (!operationId.startsWith("BLK-")) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such operation.");
        }
        var story = story(operationId);
        var original = original(story, head);
        BulkSteps.requireRight(original, head.actor()); // who may not do it may not take it back
        if (story.stream().noneMatch(BulkOperationFinished.class::isInstance)) {
            throw new CommandRefused(
                    RefusalCode.OPERATION_RUNNING,
                    "The operation is still running; stop it first, then all that it did can be undone.");
        }
        var done = story.stream()
                .filter(BulkItemsProcessed.class::isInstance)
                .flatMap(event -> ((BulkItemsProcessed) event).results().stream())
                .filter(result -> result.outcome() == BulkOutcome.DONE)
                .map(result -> new BulkItem(result.ticketId(), -1))
                .toList();
        if (original.kind() == BulkKind.UNDO || done.isEmpty()) {
            throw new CommandRefused(
                    RefusalCode.OPERATION_NOT_UNDOABLE, "The operation changed nothing that could be taken back.");
        }
        return begin(
                new BulkOperationRequested(
                        head.newId("BLK-"),
                        BulkKind.UNDO,
                        null,
                        null,
                        null,
                        null,
                        body.reason(),
                        operationId,
                        head.actor().accountId(),
                        done),
                body,
                dryRun,
                head);
    }

    @PostMapping("/{operationId}/stop")
    @Operation(summary = "Stop a running operation before the next ticket; what is done stays done until it is undone")
    ResponseEntity<Void> stop(@PathVariable String operationId, @Valid @RequestBody StopBody body, OrderHead head) {
        BulkSteps.requireRight(original(story(operationId), head), head.actor());
        return Answers.done(orders.send(
                head.with(body),
                operationId,
                new StopBulkOperation(operationId, head.actor().accountId())));
    }

    private List<?> story(String operationId) {
        return events.readEvents(operationId)
                .asStream()
                .map(event -> event.getPayload())
                .toList();
    }

    private BulkOperationRequested original(List<?> story, OrderHead head) {
        if (story.isEmpty() || !(story.get(0) instanceof BulkOperationRequested original) || !mayUndo(original, head)) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such operation.");
        }
        return original;
    }

    private ResponseEntity<?> begin(BulkOperationRequested asked, Object body, boolean dryRun, OrderHead head) {
        BulkSteps.requireRight(asked, head.actor());
        if (dryRun) {
            var results = runner.preview(asked, head.actor());
            var willChange = results.stream()
                    .filter(result -> result.outcome() == BulkOutcome.DONE)
                    .count();
            return ResponseEntity.ok(new Preview(results.size(), willChange, results.size() - willChange, results));
        }
        Receipt receipt = orders.send(
                head.with(body),
                asked.operationId(),
                new RequestBulkOperation(
                        asked.operationId(),
                        asked.kind(),
                        asked.technicianId(),
                        asked.teamId(),
                        asked.status(),
                        asked.priority(),
                        asked.reason(),
                        asked.undoes(),
                        asked.requestedBy(),
                        asked.items()));
        var answer = ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Location", BULK + "/" + asked.operationId())
                .header(CalloutHeaders.POSITION, receipt.position());
        if (receipt.replayed()) {
            answer.header(CalloutHeaders.IDEMPOTENCY_REPLAYED, "true");
        }
        return answer.body(new Begun(asked.operationId()));
    }

    private boolean mayUndo(BulkOperationRequested original, OrderHead head) {
        return !head.actor().role().isCustomer()
                || original.requestedBy().equals(head.actor().accountId());
    }

    /** Numbers become ids; what is unknown or foreign stays as it is and is rejected by itself. */
    private String ticketId(String idOrNumber, Actor actor) {
        return register.find(idOrNumber, actor)
                .map(TicketRegister.RegisteredTicket::ticketId)
                .orElse(idOrNumber);
    }

    private static void requireComplete(BulkBody body) {
        var missing = switch (body.operation()) {
            case ASSIGN -> body.technicianId() == null && body.teamId() == null ? "technicianId" : null;
            case PRIORITY -> body.priority() == null ? "priority" : body.reason() == null ? "reason" : null;
            case STATUS -> body.status() == null ? "status" : body.reason() == null ? "reason" : null;
            case UNDO -> "operation";
        };
        if (missing != null) {
            throw ProblemException.invalid(missing, "REQUIRED", "is needed for this operation");
        }
    }
}
