package dev.callout.query.past;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Api.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.RandomLife;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever happens to a ticket: asked for any moment, everything answers what it answered at that moment. */
@QueryTest
class RandomMomentsIT {

    private static final int LIVES = 4;
    private static final int LONGEST = 22;
    private static final int MOMENTS = 25;
    private static final String TICKETS = "/service-desk/tickets";

    /** When an event happened and when it was recorded, as the history tells. */
    private record Told(Instant occurredAt, Instant recordedAt) {}

    private @Autowired Story story;
    private @Autowired Api api;

    @Test
    void is_as_it_was() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var i = 0; i < LIVES; i++) {
            var life = RandomLife.of(random, 2 + random.nextInt(LONGEST));
            var answers = new ArrayList<Map<String, String>>();
            life.events().forEach(event -> {
                story.tell(event);
                answers.add(answers(life.ticketId(), ""));
            });
            var told = told(life.ticketId());
            for (var moment = 0; moment < MOMENTS; moment++) {
                var asOf = near(random, told);
                var knownAt = random.nextInt(3) == 0 ? near(random, told) : null;
                var then = "&asOf=" + asOf + (knownAt == null ? "" : "&knownAt=" + knownAt);
                assertThat(answers(life.ticketId(), then))
                        .as("seed %s, %s: %s", seed, then, life.events())
                        .isEqualTo(expected(answers, told, asOf, knownAt));
            }
        }
    }

    private Map<String, String> expected(
            List<Map<String, String>> answers, List<Told> told, Instant asOf, Instant knownAt) {
        var happened = 0;
        while (happened < told.size()
                && !told.get(happened).occurredAt().isAfter(asOf)
                && (knownAt == null || !told.get(happened).recordedAt().isAfter(knownAt))) {
            happened++;
        }
        return happened == 0 ? NOTHING : answers.get(happened - 1);
    }

    private static final Map<String, String> NOTHING = nothing();

    private static Map<String, String> nothing() {
        var nothing = new LinkedHashMap<String, String>();
        nothing.put("details", "404");
        nothing.put("customer", "404");
        nothing.put("history", "404");
        nothing.put("board", "{\"items\":[],\"total\":0}");
        nothing.put("own", "{\"items\":[],\"total\":0}");
        return nothing;
    }

    /** What staff and customers are told of one ticket. */
    private Map<String, String> answers(String ticketId, String then) {
        var number = Tickets.numberOf(ticketId);
        var list = "?includeArchived=true&count=true&text=" + number + then;
        var customer = customerOf(ticketId);
        var answers = new LinkedHashMap<String, String>();
        answers.put("details", answer(DISPATCHER, "/" + ticketId + "?" + then));
        answers.put("customer", answer(customer, "/" + number + "?" + then));
        answers.put("history", answer(DISPATCHER, "/" + ticketId + "/history?pageSize=200" + then));
        answers.put("board", answer(DISPATCHER, list));
        answers.put("own", answer(customer, list));
        return answers;
    }

    private String answer(Actor actor, String path) {
        var answer = api.get(actor, TICKETS + path);
        return answer.getResponse().getStatus() == 200
                ? body(answer)
                : String.valueOf(answer.getResponse().getStatus());
    }

    private Actor customerOf(String ticketId) {
        var details = body(api.get(DISPATCHER, TICKETS + "/" + ticketId));
        return Api.customer(Role.CUSTOMER_ADMIN, JsonPath.read(details, "$.customer.customerId"), "CON-jo");
    }

    /** In the order of recording, each not before those before it. */
    private List<Told> told(String ticketId) {
        var history = body(api.get(DISPATCHER, TICKETS + "/" + ticketId + "/history?pageSize=200"));
        List<String> occurred = JsonPath.read(history, "$.items[*].occurredAt");
        List<String> recorded = JsonPath.read(history, "$.items[*].recordedAt");
        var told = new ArrayList<Told>();
        var latest = new Told(Instant.MIN, Instant.MIN);
        for (var i : IntStream.range(0, occurred.size()).toArray()) {
            latest = new Told(
                    later(latest.occurredAt(), Instant.parse(occurred.get(i))),
                    later(latest.recordedAt(), Instant.parse(recorded.get(i))));
            told.add(latest);
        }
        return told;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Exactly at an event, just before it, or somewhere around it. */
    private static Instant near(Random random, List<Told> told) {
        var event = told.get(random.nextInt(told.size()));
        var time = random.nextInt(3) == 0 ? event.recordedAt() : event.occurredAt();
        var moment = switch (random.nextInt(3)) {
            case 0 -> time;
            case 1 -> time.minusNanos(1000);
            default -> time.plus(Duration.ofMinutes(random.nextInt(120) - 100));
        };
        return moment.isAfter(Instant.now()) ? time : moment;
    }
}
