package dev.callout.command.ticket;

import static dev.callout.api.ticket.BulkOutcome.DONE;
import static dev.callout.api.ticket.BulkOutcome.REJECTED;
import static dev.callout.api.ticket.BulkOutcome.SKIPPED;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkItemsProcessed;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.BulkOperationStopped;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.BulkResult;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.RecordBulkResults;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.References;
import dev.callout.command.order.References.KnownAccount;
import dev.callout.platform.rights.Actors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.springframework.stereotype.Component;

/**
 * Carries a bulk operation out, ticket by ticket, each with its own rights check, its own version check and its own
 * result. It can be stopped at any moment and run again: what was done is not done twice.
 */
@Component
class BulkRunner {

    private static final int RESULTS_AT_A_TIME = 50;

    private final Orders orders;
    private final CommandGateway commands;
    private final TicketRegister register;
    private final References references;
    private final EventStore events;

    BulkRunner(
            Orders orders, CommandGateway commands, TicketRegister register, References references, EventStore events) {
        this.orders = orders;
        this.commands = commands;
        this.register = register;
        this.references = references;
        this.events = events;
    }

    void run(String operationId) {
        var story = events.readEvents(operationId)
                .asStream()
                .map(event -> event.getPayload())
                .toList();
        var operation = (BulkOperationRequested) story.get(0);
        var stopped = story.stream().anyMatch(BulkOperationStopped.class::isInstance);
        var settled = new HashSet<String>();
        story.stream()
                .filter(BulkItemsProcessed.class::isInstance)
                .flatMap(event -> ((BulkItemsProcessed) event).results().stream())
                .forEach(result -> settled.add(result.ticketId()));
        var actor = actor(operation.requestedBy());
        var results = new ArrayList<BulkResult>();
        for (var item : operation.items()) {
            if (!settled.contains(item.ticketId())) {
                stopped = stopped || isStopped(operationId, story.size());
                results.add(
                        stopped
                                ? leftOut(operation, item)
                                : actor.map(known -> tryOne(operation, item, known))
                                        .orElseGet(() -> nobodyAsks(item)));
            }
            if (results.size() == RESULTS_AT_A_TIME) {
                record(operationId, results);
                results.clear();
            }
        }
        if (!results.isEmpty()) {
            record(operationId, results);
        }
    }

    /** Asked before each ticket: whoever stops the operation need not be on this node. */
    private boolean isStopped(String operationId, long known) {
        return events.readEvents(operationId, known)
                .asStream()
                .anyMatch(event -> event.getPayload() instanceof BulkOperationStopped);
    }

    /** Unless it was done before the operation was interrupted, and only its result was not noted any more. */
    private BulkResult leftOut(BulkOperationRequested operation, BulkItem item) {
        return changedBy(operation, item.ticketId())
                ? new BulkResult(item.ticketId(), DONE, null, null)
                : new BulkResult(
                        item.ticketId(), SKIPPED, "STOPPED", "The operation was stopped before this ticket's turn.");
    }

    /** What would become of each ticket now, with nothing changed: every step is taken and rolled back. */
    List<BulkResult> preview(BulkOperationRequested operation, Actor actor) {
        return operation.items().stream()
                .map(item -> result(operation, item, () -> preview(operation, item, actor)))
                .toList();
    }

    private BulkResult tryOne(BulkOperationRequested operation, BulkItem item, Actor actor) {
        return result(operation, item, () -> {
            var ticket = register.require(item.ticketId(), actor);
            BulkSteps.requireRight(operation, actor);
            var before = lastVersion(ticket.ticketId());
            var step = BulkSteps.stepOf(operation, ticket.ticketId(), actor);
            var head = new OrderHead(
                    UUID.nameUUIDFromBytes(
                            (operation.operationId() + "/" + item.ticketId()).getBytes(StandardCharsets.UTF_8)),
                    "bulk " + operation.operationId(),
                    actor,
                    item.version() < 0 ? null : item.version());
            var receipt = orders.send(head.with(item.ticketId()), ticket.ticketId(), step);
            return (receipt.replayed() || receipt.version() > before) && changedBy(operation, ticket.ticketId());
        });
    }

    private boolean preview(BulkOperationRequested operation, BulkItem item, Actor actor) {
        var ticket = register.require(item.ticketId(), actor);
        BulkSteps.requireRight(operation, actor);
        var before = lastVersion(ticket.ticketId());
        var step = BulkSteps.stepOf(operation, ticket.ticketId(), actor);
        return orders.rehearse(step, actor, item.version() < 0 ? null : item.version()) > before;
    }

    /** One step on one ticket: whether it changed anything, or a refusal. */
    private interface Step {
        boolean changes();
    }

    private static BulkResult result(BulkOperationRequested operation, BulkItem item, Step step) {
        try {
            return step.changes()
                    ? new BulkResult(item.ticketId(), DONE, null, null)
                    : new BulkResult(item.ticketId(), SKIPPED, "NO_CHANGE", "The ticket is so already.");
        } catch (CommandRefused refused) {
            return new BulkResult(
                    item.ticketId(),
                    outcome(operation, refused.refusal().code()),
                    refused.refusal().code().name(),
                    refused.refusal().reason());
        } catch (ConflictingAggregateVersionException changed) {
            return new BulkResult(
                    item.ticketId(),
                    REJECTED,
                    RefusalCode.VERSION_CHANGED.name(),
                    "Somebody changed the ticket since you looked at it.");
        }
    }

    /** A closed ticket needs no closing: that is no failure. */
    private static BulkOutcome outcome(BulkOperationRequested operation, RefusalCode code) {
        return operation.status() == TicketStatus.CLOSED && code == RefusalCode.TICKET_CLOSED ? SKIPPED : REJECTED;
    }

    private boolean changedBy(BulkOperationRequested operation, String ticketId) {
        return events.readEvents(ticketId)
                .asStream()
                .map(event -> event.getPayload())
                .anyMatch(event -> event instanceof ChangedInBulk changed
                                && changed.operationId().equals(operation.operationId())
                        || event instanceof BulkChangeUndone undone
                                && undone.undoOperationId().equals(operation.operationId()));
    }

    private long lastVersion(String ticketId) {
        return events.lastSequenceNumberFor(ticketId).orElse(-1L);
    }

    private void record(String operationId, List<BulkResult> results) {
        Actors.runAs(
                Actor.SYSTEM, () -> commands.sendAndWait(new RecordBulkResults(operationId, List.copyOf(results))));
    }

    /** With the rights of today, not those of the moment the operation was asked for. */
    private Optional<Actor> actor(String accountId) {
        return references.account(accountId).filter(KnownAccount::active).map(account -> account.actingThrough("bulk"));
    }

    private static BulkResult nobodyAsks(BulkItem item) {
        return new BulkResult(
                item.ticketId(),
                REJECTED,
                RefusalCode.NOT_ALLOWED.name(),
                "Whoever asked for this can no longer sign in.");
    }
}
