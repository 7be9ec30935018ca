package dev.callout.command.order;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.COMMAND_ID_REUSED;

import dev.callout.platform.rights.Actors;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receipts where no transaction covers events and receipts alike: reserved before the command is sent, completed with
 * its answer. If a crash comes in between, the aggregate's own events tell whether the command was done.
 */
@Component
@ConditionalOnProperty(name = "callout.event-store", havingValue = "axon-server")
class ReservedReceipts implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String SENT_BEFORE = "sentBefore";

    private final Receipts receipts;
    private final EventStore events;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    ReservedReceipts(
            Receipts receipts, EventStore events, JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.receipts = receipts;
        this.events = events;
        this.jdbc = jdbc;
        ownTransaction = new TransactionTemplate(transactionManager);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Before the command goes; its metadata will say if it may have gone before. */
    void reserve(Order order, Receipt expected, Map<String, Object> metaData) {
        if (!committed(() -> receipts.reserve(order.commandId(), order.requestHash(), expected))) {
            refuseWhen(
                    !receipts.isReservedFor(order.commandId(), order.requestHash()), COMMAND_ID_REUSED, Orders.REUSED);
            metaData.put(SENT_BEFORE, true);
        }
    }

    /** After a refusal: nothing was stored, and nothing stays. */
    void release(Order order) {
        committed(() -> receipts.release(order.commandId()));
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var metaData = work.getMessage().getMetaData();
        if (!metaData.containsKey(ReceiptInterceptor.REQUEST_HASH)) {
            var result = chain.proceed();
            if (metaData.containsKey(ReceiptInterceptor.REHEARSAL)) {
                throw new RehearsalDone(Receipt.of(null, result, null).version());
            }
            return result;
        }
        var commandId = UUID.fromString((String) metaData.get(Actors.COMMAND_ID));
        var aggregateId = (String) metaData.get(ReceiptInterceptor.AGGREGATE_ID);
        var number = (String) metaData.get(ReceiptInterceptor.NUMBER);
        waitForOthersWithThisId(commandId);
        if (receipts.find(commandId).isPresent()) {
            throw doneBefore();
        }
        if (metaData.containsKey(SENT_BEFORE)) {
            var version = versionItLedTo(commandId, aggregateId);
            if (version.isPresent()) {
                committed(() -> receipts.complete(commandId, aggregateId, version.getAsLong()));
                throw doneBefore();
            }
            committed(() -> receipts.renumber(commandId, number));
        }
        var result = chain.proceed();
        var receipt = Receipt.of(aggregateId, result, number);
        receipts.complete(commandId, receipt.aggregateId(), receipt.version());
        return result;
    }

    /** On all nodes, until the end of this transaction. */
    private void waitForOthersWithThisId(UUID commandId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(commandId.getMostSignificantBits() ^ commandId.getLeastSignificantBits())
                .query(row -> {});
    }

    private OptionalLong versionItLedTo(UUID commandId, String aggregateId) {
        return events.readEvents(aggregateId, 0)
                .asStream()
                .filter(event -> commandId.toString().equals(event.getMetaData().get(Actors.COMMAND_ID)))
                .mapToLong(DomainEventMessage::getSequenceNumber)
                .max();
    }

    /** Seen by everybody, whatever becomes of the transaction around it. */
    private boolean committed(BooleanSupplier change) {
        return Boolean.TRUE.equals(ownTransaction.execute(status -> change.getAsBoolean()));
    }

    private static CommandExecutionException doneBefore() {
        return new CommandExecutionException("It was done before.", null);
    }
}
