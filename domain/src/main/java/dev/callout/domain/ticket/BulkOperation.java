package dev.callout.domain.ticket;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.OPERATION_FINISHED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkItemsProcessed;
import dev.callout.api.ticket.BulkOperationFinished;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.BulkOperationStopped;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.BulkResult;
import dev.callout.api.ticket.RecordBulkResults;
import dev.callout.api.ticket.RequestBulkOperation;
import dev.callout.api.ticket.StopBulkOperation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/** One change asked of many tickets: remembers what was asked and what became of each. */
@Aggregate
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class BulkOperation {

    private @AggregateIdentifier String operationId;
    private Map<String, BulkOutcome> outcomes = new LinkedHashMap<>();
    private int asked;
    private boolean stopped;

    @CommandHandlerInterceptor
    Object answerWithVersion(InterceptorChain chain) throws Exception {
        chain.proceed();
        return getVersion();
    }

    @CommandHandler
    BulkOperation(RequestBulkOperation command) {
        var tickets = command.items().stream().map(BulkItem::ticketId).collect(Collectors.toSet());
        refuseWhen(tickets.isEmpty(), INVALID_VALUE, "Name at least one ticket.");
        refuseWhen(tickets.size() < command.items().size(), INVALID_VALUE, "A ticket is named twice.");
        apply(new BulkOperationRequested(
                command.operationId(),
                command.kind(),
                command.technicianId(),
                command.teamId(),
                command.status(),
                command.priority(),
                command.reason(),
                command.undoes(),
                command.requestedBy(),
                command.items()));
    }

    @EventSourcingHandler
    void on(BulkOperationRequested event) {
        operationId = event.operationId();
        asked = event.items().size();
    }

    @CommandHandler
    void handle(RecordBulkResults command) {
        var news = command.results().stream()
                .filter(result -> !outcomes.containsKey(result.ticketId()))
                .toList();
        if (!news.isEmpty()) { // results come again after a restart
            apply(new BulkItemsProcessed(operationId, news));
            if (outcomes.size() == asked) {
                apply(new BulkOperationFinished(
                        operationId, count(BulkOutcome.DONE), count(BulkOutcome.SKIPPED), count(BulkOutcome.REJECTED)));
            }
        }
    }

    @CommandHandler
    void handle(StopBulkOperation command) {
        refuseWhen(outcomes.size() == asked, OPERATION_FINISHED, "The operation is finished; it can only be undone.");
        if (!stopped) {
            apply(new BulkOperationStopped(operationId, command.stoppedBy()));
        }
    }

    @EventSourcingHandler
    void on(BulkOperationStopped event) {
        stopped = true;
    }

    @EventSourcingHandler
    void on(BulkItemsProcessed event) {
        List<BulkResult> results = event.results();
        results.forEach(result -> outcomes.put(result.ticketId(), result.outcome()));
    }

    private int count(BulkOutcome outcome) {
        return (int) outcomes.values().stream().filter(outcome::equals).count();
    }

    protected BulkOperation() {} // Axon starts from an empty operation and replays its events
}
