package dev.callout.platform.axon;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;

/** Exceptions don't cross the wire as classes: what the sender must tell apart goes along as a record. */
class FailuresThatTravel extends SimpleCommandBus {

    FailuresThatTravel(Builder settings) {
        super(settings);
    }

    @Override
    protected <C, R> void doDispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.<C, R>doDispatch(
                command,
                (message, result) -> callback.onResult(
                        message,
                        result.isExceptional()
                                ? GenericCommandResultMessage.asCommandResultMessage(packed(result.exceptionResult()))
                                : result));
    }

    private static Throwable packed(Throwable failure) {
        return RemoteFailure.of(failure)
                .<Throwable>map(remote -> new CommandExecutionException(remote.message(), failure, remote))
                .orElse(failure);
    }
}
