package dev.callout.benchmarks.faults;

import static dev.callout.benchmarks.desk.Caller.TICKETS;

import dev.callout.benchmarks.desk.BrokenLine;
import dev.callout.benchmarks.desk.Desk;
import dev.callout.benchmarks.desk.NotDone;
import dev.callout.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A command is done, but the line breaks before its answer arrives; whoever sent it sends it again. */
final class AnswerLost implements OnStage {

    private static final int CLIENTS = 4;

    @Override
    public String id() {
        return "R04";
    }

    @Override
    public String claim() {
        return "the line cut at the answer and the command sent again: one effect, and the first answer once more";
    }

    @Override
    public int times() {
        return 1_000;
    }

    @Override
    public String happenTo(Stage stage, int times, Consumer<String> progress) throws Exception {
        var left = new AtomicInteger(times);
        var ticket = stage.store().ticketsToWorkOn().open().get(0);
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            var clients = threads.invokeAll(IntStream.range(0, CLIENTS)
                    .<Callable<Void>>mapToObj(client -> () -> {
                        while (left.getAndDecrement() > 0) {
                            sendTwice(stage.desk(), stage, client % 2 == 0 ? null : ticket);
                        }
                        return null;
                    })
                    .toList());
            for (var client : clients) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
        stage.check();
        return "%,d of %,d took effect once and were answered as at first".formatted(times, times);
    }

    /** @param ticket to comment on; null to raise a new one */
    private static void sendTwice(Desk desk, Stage stage, String ticket) throws Exception {
        var id = UUID.randomUUID();
        var sender = ticket == null ? "acme-user" : "technician";
        var path = ticket == null ? TICKETS : TICKETS + "/" + ticket + "/comments";
        var body = ticket == null ? Desk.problem("Line is bad", "It breaks.") : "{\"body\":\"Can you hear me?\"}";
        String first;
        try (var line = new BrokenLine(stage.product().address());
                var caller = desk.signedIn(sender, line)) {
            loseAnswer(() -> caller.tell(id, path, body));
            first = line.unheard();
        }
        try (var caller = desk.signedIn(sender)) {
            var again = caller.tell(id, path, body);
            for (var name : new String[] {"Callout-Position", "Location"}) {
                var value = again.header(name);
                if (value != null && !first.contains(name + ": " + value + "\r\n")) {
                    throw new BrokenPromise("%s %s is none of the first answer: %s".formatted(name, value, first));
                }
            }
            if (!"true".equals(again.header("Idempotency-Replayed"))) {
                throw new BrokenPromise("a repetition was taken for a new command");
            }
        }
    }

    private static void loseAnswer(Callable<?> request) throws Exception {
        try {
            request.call();
        } catch (NotDone e) {
            throw e;
        } catch (IOException e) {
            return;
        }
        throw new BrokenPromise("an answer got through");
    }
}
