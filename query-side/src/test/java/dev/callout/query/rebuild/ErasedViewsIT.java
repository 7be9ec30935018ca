package dev.callout.query.rebuild;

import static dev.callout.query.Api.ADMIN;
import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactErased;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.PostalAddress;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketType;
import dev.callout.platform.privacy.PersonKeys;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.projection.Projection;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the views make of the news that a person was erased. */
@QueryTest
class ErasedViewsIT {

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired JdbcClient db;
    private @Autowired PersonKeys keys;
    private @Autowired RebuildRuns runs;
    private @Autowired Digests digests;
    private @Autowired List<Projection> projections;

    private final String words = "Zyx" + UUID.randomUUID().toString().substring(0, 8);
    private final String acme = "CUS-" + UUID.randomUUID();
    private final String jo = "CON-" + UUID.randomUUID();
    private final String account = "ACC-" + UUID.randomUUID();
    private final String ticket = Tickets.newId();

    @Test
    void nothing_of_the_person_is_left_in_any_view_and_a_rebuild_gives_the_same() {
        story.tell(everything().toArray());
        assertThat(whereFound(words)).as("the person shows before").hasSizeGreaterThan(8);

        keys.destroy(List.of(jo, account));
        story.tell(
                new PersonErasedFromTicket(ticket, "ERA-1", List.of(jo)),
                new ContactErased(acme, jo),
                new AccountErased(account));

        assertThat(whereFound(words)).isEmpty();
        assertRebuildsToTheSame();
    }

    @Test
    void the_same_when_all_of_it_comes_in_one_batch() {
        keys.destroy(List.of(jo, account));
        var events = new ArrayList<>(everything());
        events.add(new PersonErasedFromTicket(ticket, "ERA-1", List.of(jo)));
        events.add(comment(ticket, AuthorKind.STAFF, "Goes on", false, "16:00"));
        events.add(new ContactErased(acme, jo));
        events.add(new AccountErased(account));
        story.tell(events.toArray());

        assertThat(whereFound(words)).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM ticket_message WHERE ticket_id = ?")
                        .param(ticket)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertRebuildsToTheSame();
    }

    @Test
    void status_times_and_everybody_elses_words_stay() {
        story.tell(everything().toArray());
        var before = facts();

        keys.destroy(List.of(jo, account));
        story.tell(
                new PersonErasedFromTicket(ticket, "ERA-1", List.of(jo)),
                new ContactErased(acme, jo),
                new AccountErased(account));

        assertThat(facts()).isEqualTo(before);
        assertThat(Api.read(api.get(DISPATCHER, "/service-desk/tickets/" + ticket), "$.title"))
                .isEqualTo("erased");
        assertThat(Api.body(api.get(DISPATCHER, "/service-desk/tickets/" + ticket + "/history")))
                .contains("erased a person");
    }

    private Map<String, Object> facts() {
        return db.sql("SELECT status, priority, cycle, raised_at, resolved_at, responded_at, last_activity_at,"
                        + " (SELECT count(*) FROM ticket_message m WHERE m.ticket_id = t.ticket_id) AS messages"
                        + " FROM ticket_details t WHERE ticket_id = ?")
                .param(ticket)
                .query()
                .singleRow();
    }

    private List<Object> everything() {
        return List.of(
                new CustomerRegistered(acme, CustomerKind.BUSINESS, "Acme", "a@acme.example", null, "en", true),
                new ContactAdded(acme, jo, "Jo " + words, words + "@acme.example", "+1 " + words, "en"),
                new SiteAdded(acme, "SIT-" + jo, "Plant", new PostalAddress("Mill Lane 1", "8000", "Zurich", "CH")),
                new AccountOpened(account, words + account, "Jo " + words, Role.CUSTOMER_USER, acme, jo, "en"),
                raised(),
                assigned(ticket, "ACC-ana", null),
                new dev.callout.api.ticket.CommentAdded(
                        ticket, "CMT-" + ticket, account, AuthorKind.CUSTOMER, jo, words, false, null, at("09:30")),
                new FileAttached(
                        ticket,
                        "ATT-" + ticket,
                        account,
                        AuthorKind.CUSTOMER,
                        jo,
                        words + ".png",
                        "image/png",
                        1,
                        "x",
                        false,
                        null,
                        at("10:00")),
                new TicketEscalated(ticket, jo, "ACC-ana", null, "TEA-net", words, at("10:05")),
                new TicketResolved(ticket, "ACC-ana", jo, "Fixed for " + words, true, at("11:00")),
                new TicketReopened(ticket, 2, account, jo, words + " again", "ACC-ana", at("15:00")));
    }

    private TicketRaised raised() {
        return new TicketRaised(
                ticket,
                Tickets.numberOf(ticket),
                acme,
                jo,
                null,
                account,
                words + " needs help",
                "Says " + words,
                TicketType.ISSUE,
                "Hardware",
                null,
                Priority.MEDIUM,
                Priority.HIGH,
                Channel.PHONE,
                null,
                null,
                "en",
                null,
                null,
                at("09:00"));
    }

    /** Every column of every view, read as text. */
    private List<String> whereFound(String text) {
        return projections.stream()
                .flatMap(projection -> projection.tables().stream())
                .filter(table -> db.sql("SELECT count(*) FROM " + table + " t WHERE t::text ILIKE ?")
                                .param("%" + text + "%")
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }

    private void assertRebuildsToTheSame() {
        var living = new TreeMap<String, Object>();
        projections.forEach(projection -> living.put(projection.name(), digests.of(projection)));
        var rebuilt = new TreeMap<String, Object>();
        for (var projection : projections) {
            assertThat(api.post(ADMIN, "/operations/projections/" + projection.name() + "/rebuild"))
                    .hasStatus(202);
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> runs.all().get(projection.name()).state() == RebuildStatus.State.DONE);
            rebuilt.put(projection.name(), digests.of(projection));
        }
        assertThat(rebuilt).isEqualTo(living);
    }
}
