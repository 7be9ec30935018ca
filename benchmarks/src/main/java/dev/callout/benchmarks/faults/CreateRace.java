package dev.callout.benchmarks.faults;

import static dev.callout.benchmarks.desk.Caller.TICKETS;

import dev.callout.benchmarks.desk.Answer;
import dev.callout.benchmarks.desk.Caller;
import dev.callout.benchmarks.desk.Desk;
import dev.callout.benchmarks.desk.NotDone;
import dev.callout.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Everybody creates the same thing at the same moment. */
final class CreateRace implements OnStage {

    private static final int ACCOUNTS = 32; // each has a password to hash, which is slow on purpose
    private static final int TICKETS_AT_ONCE = 200;
    private static final int CONFLICT = 409;

    @Override
    public String id() {
        return "R07";
    }

    @Override
    public String claim() {
        return ACCOUNTS + " at once open an account of one name, " + TICKETS_AT_ONCE
                + " raise a ticket with one command id: there is one afterwards";
    }

    @Override
    public int times() {
        return 1;
    }

    @Override
    public String happenTo(Stage stage, int times, Consumer<String> progress) throws Exception {
        for (var time = 1; time <= times; time++) {
            openOneAccount(stage.desk());
            raiseOneTicket(stage.desk());
            stage.check();
            progress.accept("%d of %d".formatted(time, times));
        }
        return "of %d accounts one was opened, %d were answered 409; %d times the same ticket was answered, new only once"
                .formatted(ACCOUNTS, ACCOUNTS - 1, TICKETS_AT_ONCE);
    }

    private static void openOneAccount(Desk desk) throws Exception {
        var name = "racer-" + UUID.randomUUID().toString().substring(0, 8);
        var body =
                "{\"username\":\"%s\",\"displayName\":\"Racer\",\"role\":\"TECHNICIAN\",\"password\":\"quick-quick-quick\"}"
                        .formatted(name);
        var answers =
                atOnce(ACCOUNTS, desk, "admin", caller -> caller.tell(UUID.randomUUID(), "/api/v1/accounts", body));
        var refused = answers.stream()
                .filter(answer -> answer instanceof NotDone no && no.status() == CONFLICT)
                .count();
        var opened = answers.stream().filter(Answer.class::isInstance).count();
        if (opened != 1 || refused != ACCOUNTS - 1) {
            var other = answers.stream()
                    .filter(answer -> answer instanceof NotDone no && no.status() != CONFLICT)
                    .findFirst();
            throw new BrokenPromise("%d accounts were opened, %d refused, and: %s".formatted(opened, refused, other));
        }
    }

    private static void raiseOneTicket(Desk desk) throws Exception {
        var id = UUID.randomUUID();
        var answers = atOnce(
                TICKETS_AT_ONCE,
                desk,
                "acme-user",
                caller -> caller.tell(id, TICKETS, Desk.problem("All at once", "The same.")));
        var tickets = new ArrayList<String>();
        var asNew = 0;
        for (var answer : answers) {
            if (!(answer instanceof Answer done)) {
                throw new BrokenPromise("one of them was not served: " + answer);
            }
            tickets.add(done.header("Location"));
            asNew += done.header("Idempotency-Replayed") == null ? 1 : 0;
        }
        if (tickets.stream().distinct().count() != 1 || asNew != 1) {
            throw new BrokenPromise("%d answers said new, for %s".formatted(asNew, tickets));
        }
    }

    /** What one does. */
    private interface Doing {

        Answer by(Caller caller) throws Exception;
    }

    /** The answers, and what was thrown instead of them. */
    private static List<Object> atOnce(int count, Desk desk, String username, Doing doing) throws Exception {
        var threads = Executors.newFixedThreadPool(count);
        var start = new CyclicBarrier(count);
        try {
            var racers = new ArrayList<Callable<Object>>();
            for (var i = 0; i < count; i++) {
                racers.add(() -> {
                    try (var caller = desk.signedIn(username)) {
                        start.await();
                        return doing.by(caller);
                    } catch (NotDone e) {
                        return e;
                    }
                });
            }
            var answers = new ArrayList<>();
            for (var answer : threads.invokeAll(racers)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
