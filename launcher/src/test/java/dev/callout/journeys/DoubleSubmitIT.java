package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rule 15: what is sent twice is done once, and answered alike. */
@ExtendWith(RunningCallout.class)
class DoubleSubmitIT {

    private final Desk desk;
    private final Stored stored;
    private final String key = UUID.randomUUID().toString();

    DoubleSubmitIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    @Test
    void raises_one_ticket() {
        var first = desk.acmeUser.postWithKey(key, TICKETS, Desk.problem()).expect(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        var second = stored.nothingBy(() -> desk.acmeUser.postWithKey(key, TICKETS, Desk.problem()));
        assertThat(second.expect(201).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.position()).isEqualTo(first.position());
    }

    @Test
    void registers_one_customer_with_the_ticket() {
        var problem = Desk.problem("newCustomer", Map.of("kind", "CONSUMER", "name", "Ida Berg"));
        var first = desk.support.postWithKey(key, TICKETS, problem).expect(201);
        var second = stored.nothingBy(() -> desk.support.postWithKey(key, TICKETS, problem));
        assertThat(second.expect(201).text()).isEqualTo(first.text());
    }

    @Test
    void takes_one_step() {
        var steps = TICKETS + "/" + desk.inProgress() + "/resolve";
        var done = Map.of("workDone", "Cleaned");
        var first = desk.technician.postWithKey(key, steps, done).expect(204);
        var second = stored.nothingBy(() -> desk.technician.postWithKey(key, steps, done));
        assertThat(second.expect(204).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.position()).isEqualTo(first.position());
        assertThat(second.etag()).isEqualTo(first.etag());
    }

    @Test
    void adds_one_comment() {
        var ticket = desk.created();
        var comments = TICKETS + "/" + ticket + "/comments";
        var first = desk.acmeUser
                .postWithKey(key, comments, Map.of("body", "Hello"))
                .expect(201);
        stored.nothingBy(() -> desk.acmeUser.postWithKey(key, comments, Map.of("body", "Hello")))
                .expect(201);
        assertThat(desk.read(desk.acmeUser, ticket, first).each("conversation", "body"))
                .containsExactly("Hello");
    }

    @Test
    void does_one_of_many_that_come_at_the_same_moment() {
        var sent = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> desk.acmeUser.postWithKey(key, TICKETS, Desk.problem())))
                .limit(8)
                .toList();
        var answers = sent.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
    }

    @Test
    void gives_the_first_answer_even_when_it_would_be_refused_by_now() {
        var ticket = desk.created();
        var word = Map.of(
                "body", "Hello", "occurredAt", Instant.now().minusSeconds(118).toString());
        var comments = TICKETS + "/" + ticket + "/comments";
        var first = desk.acmeUser.postWithKey(key, comments, word).expect(201);
        sleep(Duration.ofSeconds(3)); // by now it happened too long ago
        desk.acmeUser.post(comments, word).expect(400, "VALIDATION_FAILED");
        var second = desk.acmeUser.postWithKey(key, comments, word).expect(201);
        assertThat(second.text()).isEqualTo(first.text());
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refuses_the_same_key_for_something_else() {
        var ticket = desk.raise(desk.acmeUser).id();
        desk.acmeUser.postWithKey(key, TICKETS, Desk.problem()).expect(201);
        var other = Desk.problem("title", "Another one");
        stored.nothingBy(() -> desk.acmeUser.postWithKey(key, TICKETS, other)).expect(409, "COMMAND_ID_REUSED");
        stored.nothingBy(() ->
                        desk.acmeUser.postWithKey(key, TICKETS + "/" + ticket + "/comments", Map.of("body", "Hello")))
                .expect(409, "COMMAND_ID_REUSED");
        stored.nothingBy(() -> desk.acmeAdmin.postWithKey(key, TICKETS, Desk.problem()))
                .expect(409, "COMMAND_ID_REUSED");
    }

    @Test
    void needs_a_key_that_is_a_uuid() {
        var body = Caller.JSON.writeValueAsString(Desk.problem());
        stored.nothingBy(() -> desk.acmeUser.json("POST", TICKETS, body)).expect(400, "BAD_REQUEST");
        for (var bad : new String[] {"7", "not-a-uuid", key + "0", key.replace('-', '_'), "' OR 1=1--"}) {
            stored.nothingBy(() -> desk.acmeUser.postWithKey(bad, TICKETS, Desk.problem()))
                    .expect(400, "BAD_REQUEST");
        }
    }
}
