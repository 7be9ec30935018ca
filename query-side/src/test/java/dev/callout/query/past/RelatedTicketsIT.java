package dev.callout.query.past;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Api.body;
import static dev.callout.query.ticket.Tickets.numberOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Role;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketUnlinked;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was between tickets is shown as it was, too; and to look back leaves nothing behind. */
@QueryTest
class RelatedTicketsIT {

    private static final String TICKETS = "/service-desk/tickets/";

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired JdbcClient db;

    private final String one = Tickets.newId();
    private final String two = Tickets.newId();
    private final String three = Tickets.newId();
    private final Map<Instant, List<String>> then = new LinkedHashMap<>();

    @Test
    void links_and_merges_come_and_go() {
        var before = WorkState.after(null, Tickets.raised(one));
        happens(Tickets.raised(one), raised(two, "CUS-acme"), raised(three, "CUS-other"));
        happens(new TicketLinked(two, one, LinkKind.RELATED));
        happens(merged(one, two, false), new DuplicateAbsorbed(two, one, numberOf(one), false, now(), null));
        happens(comment(two, one));
        happens(merged(two, three, true), new DuplicateAbsorbed(three, two, numberOf(two), true, now(), null));
        happens(comment(three, two));
        happens(new TicketUnlinked(two, one, LinkKind.RELATED));
        happens(
                new TicketUnmerged(one, "CON-jo", two, "not the same", before, now()),
                new DuplicateReleased(two, one, numberOf(one), now(), null, List.of()));
        then.forEach((moment, answers) ->
                assertThat(answers("?asOf=" + moment)).as("%s", moment).isEqualTo(answers));
    }

    @Test
    void many_who_look_back_at_once_see_the_same_and_leave_nothing() {
        happens(Tickets.raised(one), comment(one, null), raised(two, "CUS-acme"), raised(three, "CUS-acme"));
        var moment = then.keySet().iterator().next();
        var rows = rows("public");
        var all = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> answers("?asOf=" + moment)))
                .toList();
        assertThat(all).extracting(CompletableFuture::join).allMatch(then.get(moment)::equals);
        assertThat(rows("public")).isEqualTo(rows);
        assertThat(rows("past_ticket_details").values()).containsOnly(0L).hasSize(9);
        assertThat(rows("past_customer_tickets").values()).containsOnly(0L).hasSize(3);
    }

    private Map<String, Long> rows(String schema) {
        return db
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = ? AND tablename LIKE '%ticket%'")
                .param(schema)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> db.sql("SELECT count(*) FROM " + schema + "." + table)
                                .query(Long.class)
                                .single()));
    }

    private void happens(Object... events) {
        story.tell(events);
        then.put(Instant.now(), answers(""));
    }

    private List<String> answers(String asOf) {
        var acme = Api.customer(Role.CUSTOMER_ADMIN, "CUS-acme", "CON-jo");
        var other = Api.customer(Role.CUSTOMER_ADMIN, "CUS-other", "CON-x");
        return List.of(
                body(api.get(DISPATCHER, TICKETS + one + asOf)),
                body(api.get(DISPATCHER, TICKETS + two + asOf)),
                body(api.get(DISPATCHER, TICKETS + three + asOf)),
                body(api.get(acme, TICKETS + one + asOf)),
                body(api.get(acme, TICKETS + two + asOf)),
                body(api.get(other, TICKETS + three + asOf)));
    }

    private static Object raised(String ticketId, String customerId) {
        return Tickets.raised(ticketId, customerId, "No print", Priority.HIGH, now());
    }

    private static Object merged(String from, String into, boolean across) {
        var before = WorkState.after(null, Tickets.raised(from));
        return new TicketMerged(from, "CON-jo", into, numberOf(into), across, "the same", before, now());
    }

    private static Object comment(String ticketId, String via) {
        var id = "CMT-" + System.nanoTime();
        return new CommentAdded(ticketId, id, "ACC-jo", AuthorKind.CUSTOMER, "CON-jo", "Hm.", false, via, now());
    }

    private static Instant now() {
        return Instant.now();
    }
}
