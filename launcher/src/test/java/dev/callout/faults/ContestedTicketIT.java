package dev.callout.faults;

import static dev.callout.faults.DemoUser.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.faults.DemoUser.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many people work on one ticket at the same moment: each gets a clear answer, and nobody's work is lost. */
@ExtendWith(RunningCallout.class)
class ContestedTicketIT {

    private static final int PEOPLE = 32;
    private static final int STEPS = 70; // one ticket takes 2,000 messages

    /** One step that somebody tried: what it would have written, from which version on, and what came back. */
    private record Tried(String comment, Long from, Answer answer) {}

    @Test
    void no_update_is_lost_and_nobody_hears_of_an_error(RunningCallout callout) throws Exception {
        var people = new ArrayList<DemoUser>();
        for (var name :
                List.of("manager", "dispatcher", "support", "admin", "technician", "parts", "quality", "billing")) {
            people.add(DemoUser.signedIn(callout, name));
        }
        var customer = DemoUser.signedIn(callout, "acme-user");
        var ticket = TICKETS + "/" + customer.raise("Everybody's ticket");
        people.get(0).getFresh(ticket, ticket.substring(TICKETS.length() + 1) + "@0");
        var ticketId = ticket.substring(TICKETS.length() + 1);

        var tried = AtOnce.each(PEOPLE, person -> work(people.get(person % people.size()), person, ticket)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(tried).hasSize(PEOPLE * STEPS);
        assertThat(tried).allSatisfy(step -> assertThat(step.answer().status()).isIn(200, 201, 204, 409, 412));
        var done = tried.stream().filter(step -> step.answer().isDone()).toList();
        assertThat(done).allSatisfy(step -> {
            if (step.from() != null) {
                assertThat(version(step.answer())).isEqualTo(step.from() + 1);
            }
        });
        assertThat(done.stream().map(step -> version(step.answer()))).doesNotHaveDuplicates();

        try (var events = new StoredEvents(callout)) {
            var numbers = events.sequenceNumbers(ticketId);
            assertThat(numbers)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(0, done.size()).boxed().toList());
        }
        var last = done.stream()
                .map(Tried::answer)
                .max((a, b) -> Long.compare(version(a), version(b)))
                .orElseThrow();
        people.get(0).getFresh(ticket, last.position());
        assertThat(comments(people.get(0), ticket))
                .containsExactlyInAnyOrderElementsOf(done.stream()
                        .filter(step -> step.comment() != null)
                        .map(Tried::comment)
                        .toList());
    }

    /** Page by page. */
    private static List<String> comments(DemoUser reader, String ticket) throws Exception {
        var comments = new ArrayList<String>();
        var after = "";
        while (true) {
            var page = reader.get(ticket + "/conversation?pageSize=200" + after).json();
            page.get("items")
                    .forEach(message -> comments.add(message.get("body").asString()));
            if (page.get("next") == null || page.get("next").isNull()) {
                return comments;
            }
            after = "&after=" + page.get("next").asString();
        }
    }

    /** Three comments, then a correction of what was read before. */
    private static List<Tried> work(DemoUser person, int number, String ticket) throws Exception {
        var tried = new ArrayList<Tried>();
        for (var step = 0; step < STEPS; step++) {
            if (step % 4 == 3 && number % 8 < 4) {
                var read = person.get(ticket);
                assertThat(read.status()).as(read.body()).isEqualTo(200);
                var seen = read.header("ETag");
                var from = Long.valueOf(seen.replace("\"", ""));
                var body =
                        "{\"title\":\"%s\",\"description\":\"As %d saw it at %d\",\"type\":\"ISSUE\",\"category\":\"HARDWARE\"}"
                                .formatted("Title " + number + "/" + step, number, step);
                tried.add(new Tried(null, from, person.put(ticket, seen, body)));
            } else {
                var words = "Step " + step + " of " + number;
                var body = "{\"body\":\"" + words + "\"}";
                tried.add(new Tried(words, null, person.post(ticket + "/comments", UUID.randomUUID(), body)));
            }
        }
        return tried;
    }

    private static long version(Answer answer) {
        return Long.parseLong(answer.position().substring(answer.position().indexOf('@') + 1));
    }
}
