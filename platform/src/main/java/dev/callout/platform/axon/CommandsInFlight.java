package dev.callout.platform.axon;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The way in for all commands: so many at a time and no more, none waited for without end, and a "no" from another node
 * the same exception as one from here.
 */
@Component
class CommandsInFlight implements CommandGateway {

    private static final long PATIENCE_SECONDS = 30; // the database ends what takes longer

    private final CommandGateway gateway;
    private final Semaphore free;

    private final CommandTurns turns;

    CommandsInFlight(CommandBus bus, CommandTurns turns, @Value("${callout.commands-in-flight:5000}") int atMost) {
        gateway = DefaultCommandGateway.builder().commandBus(bus).build();
        free = new Semaphore(atMost);
        this.turns = turns;
    }

    @Override
    public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
        if (!free.tryAcquire()) {
            throw new ProblemException(ProblemCode.OVERLOADED).retryAfter(1);
        }
        var sent = false;
        try {
            gateway.<C, R>send(command, (message, result) -> {
                free.release();
                callback.onResult(message, unpacked(result));
            });
            sent = true;
        } finally {
            if (!sent) {
                free.release();
            }
        }
    }

    @Override
    public <R> R sendAndWait(Object command) {
        return sendAndWait(command, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
        return turns.take(timeout, unit, () -> this.<R>sendNowAndWait(command, timeout, unit));
    }

    private <R> R sendNowAndWait(Object command, long timeout, TimeUnit unit) {
        var answer = new FutureCallback<Object, R>();
        send(command, answer);
        var result = answer.getResult(timeout, unit);
        if (result.isExceptional()) {
            throw asRuntime(result.exceptionResult());
        }
        return result.getPayload();
    }

    @Override
    public <R> CompletableFuture<R> send(Object command) {
        var answer = new CompletableFuture<R>();
        this.<Object, R>send(command, (message, result) -> {
            if (result.isExceptional()) {
                answer.completeExceptionally(result.exceptionResult());
            } else {
                answer.complete(result.getPayload());
            }
        });
        return answer;
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return gateway.registerDispatchInterceptor(interceptor);
    }

    private static <R> CommandResultMessage<? extends R> unpacked(CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()) {
            return result;
        }
        var failure = result.exceptionResult();
        var details = HandlerExecutionException.resolveDetails(failure).orElse(null);
        if (details instanceof RemoteFailure remote) {
            return GenericCommandResultMessage.asCommandResultMessage(remote.asIfThrownHere(failure));
        }
        return details instanceof Refusal refusal && !(failure instanceof CommandRefused)
                ? GenericCommandResultMessage.asCommandResultMessage(new CommandRefused(refusal))
                : result;
    }

    private static RuntimeException asRuntime(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof TimeoutException) {
            return new ProblemException(
                            ProblemCode.STORE_UNAVAILABLE,
                            "Whether it was done is not known yet. Send it again with the same Idempotency-Key.")
                    .retryAfter(1);
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new CommandExecutionException("An exception occurred while executing a command", failure);
    }
}
