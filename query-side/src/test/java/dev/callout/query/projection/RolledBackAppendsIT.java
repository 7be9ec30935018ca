package dev.callout.query.projection;

import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.comment;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.query.Appends;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R09: of 1,000 units of work with 5 events each, 30 % are rolled back after they were written. */
@QueryTest
class RolledBackAppendsIT {

    private static final int UNITS = 1_000;
    private static final int EVENTS_OF_EACH = 5;
    private static final int MOST_GAPS_KEPT = 250;
    private static final Duration GAPS_ARE_KEPT = Duration.ofMinutes(5);

    private @Autowired Story story;
    private @Autowired Appends appends;
    private @Autowired JdbcClient db;

    private final long seed = System.nanoTime();
    private final Set<String> committed = new TreeSet<>();
    private final Set<String> undone = new TreeSet<>();

    @AfterEach
    void set_the_clock_right() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    @Test
    void every_view_sees_what_was_committed_once_and_nothing_else() {
        var random = new Random(seed);
        var countedBefore = counted();
        var units = new ArrayList<String>();
        IntStream.range(0, UNITS).forEach(unit -> {
            var ticketId = Tickets.newId();
            units.add(ticketId);
            (random.nextInt(10) < 3 ? undone : committed).add(ticketId);
        });
        units.parallelStream().forEach(ticketId -> {
            if (undone.contains(ticketId)) {
                appends.rollBack(life(ticketId));
            } else {
                appends.commit(life(ticketId));
            }
        });
        story.settle();

        for (var table : List.of("ticket_board", "ticket_details", "customer_ticket", "ticket_counter_ticket")) {
            assertThat(idsIn(table)).as("%s, seed %d", table, seed).isEqualTo(committed);
        }
        assertThat(counted() - countedBefore).as("counted once each").isEqualTo(committed.size());
        for (var table : List.of("ticket_history", "ticket_timeline")) {
            assertThat(versionsIn(table)).as("%s, seed %d", table, seed).isEqualTo(committed.size() * EVENTS_OF_EACH);
        }
        assertThat(letters()).isZero();
        forgets_the_gaps_after_a_while();
    }

    /** Six minutes later nothing that is still open can fill them. */
    private void forgets_the_gaps_after_a_while() {
        assertThat(mostGaps()).as("gaps waited for").isGreaterThan(MOST_GAPS_KEPT);
        GenericEventMessage.clock = Clock.offset(Clock.systemUTC(), GAPS_ARE_KEPT.plusMinutes(1));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    appends.commit(Appends.life(
                            Tickets.newId(), GenericEventMessage.clock.instant(), raised(Tickets.newId())));
                    return mostGaps() <= MOST_GAPS_KEPT;
                });
    }

    private static List<EventMessage<?>> life(String ticketId) {
        return Appends.life(
                ticketId,
                Instant.now(),
                raised(ticketId),
                assigned(ticketId, "ACC-ana", null),
                new TicketAccepted(ticketId, "ACC-ana", at("09:20")),
                comment(ticketId, AuthorKind.STAFF, "On my way", true, "09:30"),
                comment(ticketId, AuthorKind.CUSTOMER, "Thank you", false, "09:40"));
    }

    private Set<String> idsIn(String table) {
        var known = new TreeSet<>(committed);
        known.addAll(undone);
        return new TreeSet<>(db.sql("SELECT ticket_id FROM " + table + " WHERE ticket_id = ANY(?)")
                .param(known.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private int versionsIn(String table) {
        return db.sql("SELECT count(*) FROM " + table + " WHERE ticket_id = ANY(?)")
                .param(committed.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private long counted() {
        return db.sql("SELECT coalesce(sum(total), 0) FROM ticket_counter WHERE dimension ="
                        + " (SELECT min(dimension) FROM ticket_counter)")
                .query(Long.class)
                .single();
    }

    private long letters() {
        return db.sql("SELECT count(*) FROM dead_letter_entry WHERE aggregate_identifier = ANY(?)")
                .param(committed.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private int mostGaps() {
        return db.sql("SELECT coalesce(max(jsonb_array_length(convert_from(token, 'UTF8')::jsonb -> 'gaps')), 0)"
                        + " FROM token_entry WHERE token_type LIKE '%GapAwareTrackingToken'"
                        + " AND processor_name LIKE 'projection-%'")
                .query(Integer.class)
                .single();
    }
}
