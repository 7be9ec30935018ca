package dev.callout.command.order;

import static dev.callout.platform.axon.VersionFromMetaData.EXPECTED_VERSION;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.platform.rights.Actors;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Sends commands so that each is done once: an order that was accepted before gets its first answer again, and one that
 * met a faster one on another node is tried again.
 */
@Component
public class Orders {

    private static final int TRIES = 5;

    private final CommandGateway commands;
    private final CommandReceipts receipts;

    Orders(CommandGateway commands, CommandReceipts receipts) {
        this.commands = commands;
        this.receipts = receipts;
    }

    /** For commands that change something there is. */
    public Receipt send(Order order, String aggregateId, Object command) {
        return send(order, aggregateId, null, command);
    }

    /** For commands that create something; {@code number} is what people will call it, or null. */
    public Receipt send(Order order, String aggregateId, String number, Object command) {
        var metaData = new HashMap<String, Object>(Actors.toMetaData(order.actor()));
        metaData.put(Actors.COMMAND_ID, order.commandId().toString());
        metaData.put(ReceiptInterceptor.REQUEST_HASH, HexFormat.of().formatHex(order.requestHash()));
        metaData.put(ReceiptInterceptor.AGGREGATE_ID, aggregateId);
        if (number != null) {
            metaData.put(ReceiptInterceptor.NUMBER, number);
        }
        if (order.expectedVersion() != null) {
            metaData.put(EXPECTED_VERSION, order.expectedVersion());
        }
        var message = GenericCommandMessage.asCommandMessage(command).andMetaData(metaData);
        for (var attempt = 1; ; attempt++) {
            try {
                return new Receipt(aggregateId, version(commands.sendAndWait(message)), number, false);
            } catch (DuplicateKeyException
                    | AggregateStreamCreationException
                    | CommandExecutionException
                    | org.axonframework.modelling.command.ConflictingAggregateVersionException refused) {
                return earlierAnswer(order, refused);
            } catch (ConcurrencyException | LockAcquisitionFailedException overtaken) {
                var earlier = receipts.find(order.commandId());
                if (earlier.isPresent() || attempt == TRIES) {
                    return earlierAnswer(order, overtaken);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextInt(1 << attempt + 2)));
            }
        }
    }

    /** A refusal may only mean that the very same order was done already. */
    private Receipt earlierAnswer(Order order, RuntimeException refused) {
        var kept = receipts.find(order.commandId()).orElseThrow(() -> refused);
        if (!kept.answers(order)) {
            throw new CommandRefused(
                    RefusalCode.COMMAND_ID_REUSED, "This Idempotency-Key was used for another request.");
        }
        return kept.receipt();
    }

    /** Handlers answer with the version they led to; a constructor with the id of what it created at version 0. */
    static long version(Object result) {
        return result instanceof Number version ? version.longValue() : 0;
    }
}
