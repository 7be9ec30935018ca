package dev.callout.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import dev.callout.platform.http.ProblemException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class CommandsInFlightTest {

    private final SlowBus bus = new SlowBus();
    private final CommandsInFlight commands = new CommandsInFlight(bus, new CommandTurns(32), 2);

    @Test
    void turns_away_what_is_too_much_and_takes_more_once_there_is_room() {
        commands.send("one");
        commands.send("two");
        assertThatThrownBy(() -> commands.send("three")).isInstanceOf(ProblemException.class);
        assertThat(bus.waiting).hasSize(2);

        bus.answerWith(null);
        commands.send("three");
        commands.send("four");
        assertThatThrownBy(() -> commands.send("five")).isInstanceOf(ProblemException.class);
    }

    @Test
    void waits_for_an_answer_but_not_for_ever() {
        assertThatThrownBy(() -> commands.sendAndWait("one", 10, TimeUnit.MILLISECONDS))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void leaves_half_of_the_connections_to_others_and_lets_nobody_wait_for_ever() throws Exception {
        var narrow = new CommandsInFlight(bus, new CommandTurns(2), 10);
        var first = CompletableFuture.supplyAsync(() -> narrow.<Object>sendAndWait("one", 1, TimeUnit.MINUTES));
        await().until(() -> bus.waiting.size() == 1);

        assertThatThrownBy(() -> narrow.sendAndWait("two", 10, TimeUnit.MILLISECONDS))
                .isInstanceOf(ProblemException.class);

        assertThat(bus.waiting).as("the second one was not sent").hasSize(1);
        bus.answerWith(null);
        assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo("done");
    }

    @Test
    void throws_a_refusal_from_elsewhere_as_if_it_came_from_here() {
        var answer = commands.send("one");
        bus.answerWith(
                new CommandExecutionException("no", null, new Refusal(RefusalCode.TICKET_CLOSED, "It is closed.")));

        assertThatThrownBy(answer::join).cause().isInstanceOf(CommandRefused.class);
    }

    @Test
    void tells_conflicts_on_axon_server_apart() {
        assertThat(thrownFor("[AXONIQ-2000] Invalid sequence number 0 for aggregate TCK-1, expected 1"))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThat(thrownFor("OUT_OF_RANGE: [AXONIQ-2000] Invalid sequence number 7 for aggregate TCK-1, expected 8"))
                .isInstanceOf(ConcurrencyException.class);
    }

    private Throwable thrownFor(String message) {
        var answer = commands.send("one");
        var remote = RemoteFailure.of(new IllegalStateException(message)).orElseThrow();
        bus.answerWith(new CommandExecutionException(message, null, remote));
        return answer.handle((done, failure) -> failure).join();
    }

    /** A bus that answers when it is told to. */
    private static final class SlowBus extends SimpleCommandBus {

        private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
        private Throwable failure;

        private SlowBus() {
            super(builder());
        }

        @Override
        protected <C, R> void doDispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
            waiting.add(() -> callback.onResult(
                    command,
                    failure == null
                            ? GenericCommandResultMessage.<R>asCommandResultMessage("done")
                            : GenericCommandResultMessage.<R>asCommandResultMessage(failure)));
        }

        private void answerWith(Throwable failure) {
            this.failure = failure;
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
    }
}
