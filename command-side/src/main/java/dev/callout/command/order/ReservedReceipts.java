package dev.callout.command.order;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.COMMAND_ID_REUSED;

import dev.callout.platform.rights.Actors;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
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

/**
 * Receipts where no transaction covers events and receipts alike: reserved before the command is sent, completed with
 * its answer. If a crash comes in between, the aggregate's own events tell whether the command was done.
 */
@Component
@ConditionalOnProperty(name = "callout.event-store", havingValue = "axon-server")
class ReservedReceipts implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String SENT_BEFORE = "sentBefore";

    /** The version that a command led to when it was sent the first time. */
    record DoneBefore(long version) {}

    private final Receipts receipts;
    private final EventStore events;
    private final JdbcClient jdbc;

    ReservedReceipts(Receipts receipts, EventStore events, JdbcClient jdbc) {
        this.receipts = receipts;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** Before the command goes; its metadata will say if it may have gone before. */
    void reserve(Order order, Receipt expected, Map<String, Object> metaData) {
        if (!receipts.reserve(order.commandId(), order.requestHash(), expected)) {
            refuseWhen(
                    !receipts.isReservedFor(order.commandId(), order.requestHash()), COMMAND_ID_REUSED, Orders.REUSED);
            metaData.put(SENT_BEFORE, true);
        }
    }

    /** After a refusal: nothing was stored, and nothing stays. */
    void release(Order order) {
        receipts.release(order.commandId());
    }

    /** What a handler found done before, it could not write down in the transaction that it gave up. */
    void complete(Order order, String aggregateId, long version) {
        receipts.complete(order.commandId(), aggregateId, version);
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
            throw new CommandExecutionException("It was done before.", null);
        }
        if (metaData.containsKey(SENT_BEFORE)) {
            var version = versionItLedTo(commandId, aggregateId);
            if (version.isPresent()) {
                throw new CommandExecutionException("It was done before.", null, new DoneBefore(version.getAsLong()));
            }
            receipts.renumber(commandId, number);
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
}
