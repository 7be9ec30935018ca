package dev.callout.query.projection;

import static dev.callout.query.Api.ADMIN;
import static dev.callout.query.ticket.Tickets.comment;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.query.Api;
import dev.callout.query.Appends;
import dev.callout.query.QueryTest;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** R16, R18: an event that no view can digest, with many behind it. Leaves it behind, and with it the database. */
@QueryTest
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class PoisonIT {

    private static final String BOARD = "projection-ticket-board";
    private static final int MOST_LETTERS_OF_ONE = 1_024;

    private @Autowired Appends appends;
    private @Autowired Api api;
    private @Autowired EventProcessingConfiguration processing;
    private @Autowired JdbcClient db;

    private final String poisoned = Tickets.newId();

    @Test
    void what_follows_waits_in_its_order_others_go_on_and_nothing_is_dropped_when_no_more_can_wait(
            CapturedOutput output) {
        poison(0, 51);
        var others = others(450);
        await().atMost(Duration.ofSeconds(20)).until(() -> shown(others) == 450);
        assertThat(letters()).containsExactlyElementsOf(versions(51));

        restart();
        poison(51, 52);
        var later = others(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> shown(later) == 1);
        assertThat(letters()).as("still in their order after a restart").containsExactlyElementsOf(versions(52));

        fillUpTo(MOST_LETTERS_OF_ONE - 2);
        poison(52, 60);
        var behind = others(1);
        await().atMost(Duration.ofSeconds(30)).until(this::complains);
        var kept = letters().size();
        assertThat(kept).isBetween(MOST_LETTERS_OF_ONE - 2, MOST_LETTERS_OF_ONE);
        assertThat(output).contains("No room").doesNotContain("Comment 5");

        assertThat(api.post(ADMIN, "/operations/dead-letters/" + BOARD + "/discard"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"before\":" + kept + ",\"left\":0}");
        await().atMost(Duration.ofSeconds(60)).until(() -> shown(behind) == 1);
        await("those that could not wait before")
                .atMost(Duration.ofSeconds(60))
                .until(() -> letters().contains(59L));
        await().until(() -> !complains());
    }

    /** Comments on a ticket that nobody raised. */
    private void poison(int from, int to) {
        var comments = IntStream.range(0, to)
                .mapToObj(i -> comment(poisoned, AuthorKind.STAFF, "Comment " + i, false, "09:20"))
                .toArray();
        appends.commit(Appends.life(poisoned, Instant.now(), comments).subList(from, to));
    }

    /** Copies of the first letter, as if a thousand more had come. */
    private void fillUpTo(int count) {
        var columns = db.sql("SELECT string_agg(column_name, ', ') FROM information_schema.columns"
                        + " WHERE table_name = 'dead_letter_entry' AND table_schema = 'public'"
                        + " AND column_name NOT IN ('dead_letter_id', 'sequence_index')")
                .query(String.class)
                .single();
        db.sql("INSERT INTO dead_letter_entry (dead_letter_id, sequence_index, " + columns + ")"
                        + " SELECT gen_random_uuid()::text, more, " + columns
                        + " FROM dead_letter_entry, generate_series(?::bigint, ?::bigint) more"
                        + " WHERE processing_group = ? AND sequence_identifier = ? AND sequence_index = 0")
                .params(letters().size(), count - 1, BOARD, poisoned)
                .update();
    }

    private List<String> others(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var ticketId = Tickets.newId();
                    appends.commit(Appends.life(ticketId, Instant.now(), raised(ticketId)));
                    return ticketId;
                })
                .toList();
    }

    private int shown(List<String> tickets) {
        return db.sql("SELECT count(*) FROM ticket_board WHERE ticket_id = ANY(?)")
                .param(tickets.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private List<Long> letters() {
        return db.sql("SELECT sequence_number FROM dead_letter_entry"
                        + " WHERE processing_group = ? AND sequence_identifier = ? ORDER BY sequence_index")
                .params(BOARD, poisoned)
                .query(Long.class)
                .list();
    }

    private static List<Long> versions(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    /** Whatever a processor knew of its letters is forgotten; what is stored must do. */
    private void restart() {
        board().shutDown();
        board().start();
    }

    private boolean complains() {
        return Api.body(api.get(ADMIN, "/processors")).contains("\"FAILING\"");
    }

    private StreamingEventProcessor board() {
        return processing.eventProcessor(BOARD, StreamingEventProcessor.class).orElseThrow();
    }
}
