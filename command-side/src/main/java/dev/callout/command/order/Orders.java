package dev.callout.command.order;

import static dev.callout.platform.axon.VersionFromMetaData.EXPECTED_VERSION;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.command.order.ReservedReceipts.DoneBefore;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Actors;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Sends commands so that each is done once: an order that was accepted before gets its first answer again, and one that
 * met a faster one on another node is tried again.
 */
@Component
public class Orders {

    static final String REUSED = "This Idempotency-Key was used for another request.";

    private static final int TRIES = 5;

    private final CommandGateway commands;
    private final Receipts receipts;
    private final Optional<ReservedReceipts> reserved;
    private final Reservations reservations;

    Orders(CommandGateway commands, Receipts receipts, Optional<ReservedReceipts> reserved, Reservations reservations) {
        this.commands = commands;
        this.receipts = receipts;
        this.reserved = reserved;
        this.reservations = reservations;
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
        reserved.ifPresent(receipt -> receipt.reserve(order, new Receipt(aggregateId, 0, number, false), metaData));
        var message = GenericCommandMessage.asCommandMessage(command).andMetaData(metaData);
        for (var attempt = 1; ; attempt++) {
            try {
                return Receipt.of(aggregateId, commands.sendAndWait(message), number);
            } catch (DuplicateKeyException
                    | AggregateStreamCreationException
                    | CommandExecutionException
                    | ConflictingAggregateVersionException refused) {
                completeIfDoneBefore(order, aggregateId, refused);
                return earlierAnswer(order).orElseThrow(() -> released(order, refused));
            } catch (ConcurrencyException | LockAcquisitionFailedException overtaken) {
                var earlier = earlierAnswer(order);
                if (earlier.isPresent() || attempt == TRIES) {
                    return earlier.orElseThrow(() -> overtaken);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextInt(1 << attempt + 2)));
            }
        }
    }

    private void completeIfDoneBefore(Order order, String aggregateId, RuntimeException refused) {
        if (refused instanceof CommandExecutionException known
                && known.getDetails().orElse(null) instanceof DoneBefore done) {
            reserved.ifPresent(receipt -> receipt.complete(order, aggregateId, done.version()));
        }
    }

    private RuntimeException released(Order order, RuntimeException refused) {
        if (refused instanceof CommandRefused) {
            reserved.ifPresent(receipt -> receipt.release(order));
        }
        return refused;
    }

    /**
     * For work that may refuse before it sends anything, such as a look at what a command refers to: an order that was
     * accepted before gets its first answer, whatever has become of the world since.
     */
    public Receipt once(Order order, Supplier<Receipt> work) {
        try {
            return work.get();
        } catch (CommandRefused | ProblemException refused) {
            return earlierAnswer(order).orElseThrow(() -> refused);
        }
    }

    /**
     * For orders that will be sent in a transaction of the caller's: where events are stored elsewhere, whoever handles the
     * commands must see the reservations before that transaction ends.
     */
    public void reserve(String aggregateId, Order... ahead) {
        reserved.ifPresent(receipt -> Stream.of(ahead)
                .forEach(order -> receipt.reserve(order, new Receipt(aggregateId, 0, null, false), new HashMap<>())));
    }

    /** For work that stores something besides its command: whoever sends the same request meanwhile waits for its answer. */
    public Receipt alone(Order order, Supplier<Receipt> work) {
        reservations.take(order);
        try {
            return earlierAnswer(order).orElseGet(work);
        } finally {
            reservations.release(order);
        }
    }

    /** The version a command would lead to, had it been sent: it is handled in full and rolled back. */
    public long rehearse(Object command, Actor actor, Long expectedVersion) {
        var metaData = new HashMap<String, Object>(Actors.toMetaData(actor));
        if (expectedVersion != null) {
            metaData.put(EXPECTED_VERSION, expectedVersion);
        }
        metaData.put(ReceiptInterceptor.REHEARSAL, true);
        try {
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(command).andMetaData(metaData));
            throw new IllegalStateException("A rehearsal was stored.");
        } catch (CommandExecutionException done) {
            return RehearsalDone.versionIn(done).orElseThrow(() -> done);
        }
    }

    /** What the very same order was answered before: a refusal may only mean that it was done already. */
    public Optional<Receipt> earlierAnswer(Order order) {
        var kept = receipts.find(order.commandId());
        if (kept.isPresent() && !kept.get().answers(order)) {
            throw new CommandRefused(RefusalCode.COMMAND_ID_REUSED, REUSED);
        }
        return kept.map(Receipts.Kept::receipt);
    }
}
