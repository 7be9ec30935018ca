package dev.callout.faults;

import static dev.callout.faults.DemoUser.TICKETS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.faults.DemoUser.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A command that is sent again, because nobody heard the answer, is done once and answered as before. */
@ExtendWith(RunningCallout.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedCommandsIT {

    private static final int COMMANDS = 7_000;
    private static final int REPEATED = 3_000;
    private static final int THREADS = 8;
    private static final int TICKETS_WRITTEN_ON = 50;

    /** Several, because each may send only so much in ten seconds. */
    private static final String[] WRITERS = {
        "manager", "dispatcher", "technician", "parts", "quality", "billing", "support", "acme-user", "acme-admin"
    };

    private final List<DemoUser> writers = new ArrayList<>();
    private final List<String> tickets = new ArrayList<>();
    private StoredEvents events;

    @BeforeAll
    void signIn(RunningCallout callout) throws Exception {
        for (var username : WRITERS) {
            writers.add(DemoUser.signedIn(callout, username));
        }
        for (var i = 0; i < TICKETS_WRITTEN_ON; i++) {
            tickets.add(customer().raise("Printer " + i));
        }
        events = new StoredEvents(callout);
    }

    /** One command as its sender keeps it, to be sent again word for word. */
    private record Command(UUID id, DemoUser sender, String path, String body) {

        Answer send() throws Exception {
            return sender.post(path, id, body);
        }
    }

    private record Sent(UUID commandId, Answer answer) {}

    @Test
    void each_is_done_once_and_answered_alike() throws Exception {
        var queue = withRepetitions(commands(COMMANDS));
        var next = new AtomicInteger();

        var answers = AtOnce.each(THREADS, thread -> {
            var sent = new ArrayList<Sent>();
            for (var i = next.getAndIncrement(); i < queue.size(); i = next.getAndIncrement()) {
                sent.add(new Sent(queue.get(i).id(), queue.get(i).send()));
            }
            return sent;
        });
        var byCommand = answers.stream()
                .flatMap(List::stream)
                .collect(groupingBy(Sent::commandId, mapping(Sent::answer, toList())));

        assertThat(queue).hasSize(COMMANDS + REPEATED);
        assertThat(byCommand).hasSize(COMMANDS);
        assertThat(byCommand.values()).allSatisfy(RepeatedCommandsIT::areOneAnswerAndItsRepetitions);
        var stored = events.perCommand();
        assertThat(byCommand.keySet()).allSatisfy(id -> assertThat(stored).containsEntry(id, 1));
    }

    @Test
    void an_id_used_for_something_else_is_refused_and_nothing_stored() throws Exception {
        var commands = commands(200);
        for (var command : commands) {
            assertThat(command.send().status()).isEqualTo(201);
        }

        var changed = AtOnce.each(THREADS, thread -> {
            var refused = new ArrayList<Answer>();
            for (var i = thread; i < commands.size(); i += THREADS) {
                var command = commands.get(i);
                var body = command.body().replace("start", "stop");
                refused.add(command.sender().post(command.path(), command.id(), body));
            }
            return refused;
        });

        assertThat(changed.stream().flatMap(List::stream))
                .hasSize(commands.size())
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(409);
                    assertThat(answer.code()).isEqualTo("COMMAND_ID_REUSED");
                });
        var stored = events.perCommand();
        assertThat(commands).allSatisfy(command -> assertThat(stored).containsEntry(command.id(), 1));
    }

    private static void areOneAnswerAndItsRepetitions(List<Answer> answers) {
        var first = answers.stream()
                .filter(answer -> answer.header("Idempotency-Replayed") == null)
                .toList();
        assertThat(first).as(answers.toString()).hasSize(1);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(201).isEqualTo(first.get(0).status());
            assertThat(answer.body()).isEqualTo(first.get(0).body());
            assertThat(answer.position()).isEqualTo(first.get(0).position());
        });
    }

    /** New tickets and comments, from everybody. */
    private List<Command> commands(int count) {
        var commands = new ArrayList<Command>();
        for (var i = 0; i < count; i++) {
            var writer = i % writers.size();
            commands.add(
                    writers.get(writer) == customer()
                            ? new Command(UUID.randomUUID(), customer(), TICKETS, DemoUser.problem("Problem " + i))
                            : new Command(
                                    UUID.randomUUID(),
                                    writers.get(writer),
                                    TICKETS + "/" + tickets.get(i % tickets.size()) + "/comments",
                                    "{\"body\":\"Comment " + i + ": it does not start.\"}"));
        }
        return commands;
    }

    /** Half of the repetitions follow at once, so that several threads send the same command; the others much later. */
    private static List<Command> withRepetitions(List<Command> commands) {
        var random = new Random(5);
        var queue = new ArrayList<Command>();
        for (var i = 0; i < commands.size(); i++) {
            queue.add(commands.get(i));
            if (i < REPEATED / 2) {
                queue.add(commands.get(i));
            }
        }
        for (var i = REPEATED / 2; i < REPEATED; i++) {
            queue.add(commands.get(random.nextInt(commands.size())));
        }
        return queue;
    }

    private DemoUser customer() {
        return writers.get(7);
    }
}
