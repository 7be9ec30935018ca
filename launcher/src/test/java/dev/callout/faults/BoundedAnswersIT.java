package dev.callout.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Desk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However much a customer writes, no answer grows with it, and fifty who read the worst of it at once all get theirs. */
@ExtendWith(RunningCallout.class)
class BoundedAnswersIT {

    private static final int A_MEGABYTE = 1024 * 1024;
    private static final int READERS = 50;
    private static final String LONG = "\u0436".repeat(20_000);

    private final Desk desk;

    BoundedAnswersIT(RunningCallout callout) {
        desk = new Desk(callout);
    }

    @Test
    void fifty_worst_reads_at_once_are_answered_within_bounds() throws Exception {
        var ticket = desk.created();
        Answer last = null;
        for (var i = 0; i < 30; i++) {
            last = desk.tryStep(desk.acmeUser, ticket, "comments", Map.of("body", LONG))
                    .expect(201);
        }
        desk.read(desk.dispatcher, ticket, last);
        desk.read(desk.acmeUser, ticket, last);
        var path = Desk.TICKETS + "/" + ticket;
        var then = "asOf=" + Instant.now();
        var reads = List.<Supplier<Answer>>of(
                read(desk.dispatcher, path),
                read(desk.acmeUser, path),
                read(desk.dispatcher, path + "?" + then),
                read(desk.acmeUser, path + "?" + then),
                read(desk.dispatcher, path + "/conversation?pageSize=200"),
                read(desk.acmeUser, path + "/conversation?pageSize=200&" + then),
                read(desk.dispatcher, path + "/history?pageSize=200"),
                read(desk.admin, "/api/v1/audit/events?pageSize=200&ticket=" + ticket));
        var answers = AtOnce.each(READERS, who -> reads.get(who % reads.size()).get());
        assertThat(answers).allSatisfy(answer -> {
            answer.expect(200);
            assertThat(answer.bytes().length).as(answer.request()).isLessThan(A_MEGABYTE);
        });
    }

    private static Supplier<Answer> read(Caller somebody, String path) {
        return () -> somebody.get(path);
    }
}
