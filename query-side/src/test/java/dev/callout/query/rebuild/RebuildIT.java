package dev.callout.query.rebuild;

import static dev.callout.query.Api.ADMIN;
import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.comment;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.api.assignment.TeamFormed;
import dev.callout.api.assignment.TeamMemberAdded;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.PostalAddress;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.Role;
import dev.callout.api.privacy.ErasureGround;
import dev.callout.api.privacy.PersonErasureOrdered;
import dev.callout.api.privacy.PersonKind;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.BulkItem;
import dev.callout.api.ticket.BulkItemsProcessed;
import dev.callout.api.ticket.BulkKind;
import dev.callout.api.ticket.BulkOperationRequested;
import dev.callout.api.ticket.BulkOutcome;
import dev.callout.api.ticket.BulkResult;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.platform.tables.BackupLock;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.projection.Projection;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class RebuildIT {

    private static final String PROJECTIONS = "/operations/projections";

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired JdbcClient db;
    private @Autowired DataSource dataSource;
    private @Autowired RebuildRuns runs;
    private @Autowired Digests digests;
    private @Autowired List<Projection> projections;

    @BeforeEach
    void a_working_day() {
        var ana = "ACC-" + UUID.randomUUID();
        var acme = "CUS-" + UUID.randomUUID();
        var team = "TEA-" + UUID.randomUUID();
        var bulk = "BLK-" + UUID.randomUUID();
        var watched = Tickets.newId();
        var terms = new Terms();
        var events = new ArrayList<Object>(List.of(
                terms.calendar(),
                terms.policy(),
                raised(watched),
                new AccountOpened(ana, ana, "Ana Costa", Role.TECHNICIAN, null, null, "en"),
                new TeamFormed(team, "Network Team"),
                new TeamMemberAdded(team, ana),
                new CustomerRegistered(acme, CustomerKind.BUSINESS, "Acme", "a@acme.example", null, "en", true),
                new ContactAdded(acme, "CON-jo", "Jo", "jo@acme.example", null, "en"),
                new SiteAdded(acme, "SIT-main", "Plant", new PostalAddress("Mill Lane 1", "8000", "Zurich", "CH")),
                new FileAttached(
                        watched,
                        "ATT-1",
                        ana,
                        AuthorKind.STAFF,
                        null,
                        "a.png",
                        "image/png",
                        1,
                        "x",
                        false,
                        null,
                        at("10:00")),
                new TicketEscalated(watched, "CON-jo", ana, null, team, "needs a second pair of hands", at("10:00")),
                new TicketLinked(watched, "TCK-other", LinkKind.RELATED),
                new TicketWatched(watched, ana),
                new PersonErasureOrdered(
                        "ERA-" + ana,
                        "CON-9",
                        PersonKind.CONTACT,
                        List.of("CON-9"),
                        ErasureGround.REQUESTED_BY_PERSON,
                        ana)));
        for (var i = 0; i < 20; i++) {
            var ticket = Tickets.newId();
            events.addAll(List.of(
                    raised(ticket),
                    assigned(ticket, ana, team),
                    comment(ticket, AuthorKind.STAFF, "On my way", true, "09:20"),
                    new TicketResolved(ticket, ana, "CON-jo", "Fixed", false, at("11:00")),
                    new TicketReopened(ticket, 2, "ACC-jo", "CON-jo", "Hums again", ana, at("15:00"))));
            if (i == 0) {
                events.add(new BulkOperationRequested(
                        bulk,
                        BulkKind.ASSIGN,
                        ana,
                        null,
                        null,
                        null,
                        "r",
                        null,
                        ana,
                        List.of(new BulkItem(ticket, 3))));
                events.add(new BulkItemsProcessed(bulk, List.of(new BulkResult(ticket, BulkOutcome.DONE, null, null))));
            }
        }
        story.tell(events.toArray());
    }

    @Test
    void a_rebuilt_view_is_the_living_one_byte_for_byte() {
        for (var projection : projections) {
            var before = digests.of(projection);
            var structure = structureOf(projection);
            assertThat(before.tables()).as(projection.name()).allMatch(table -> table.rows() > 0);
            rebuild(projection);
            assertThat(digests.of(projection)).as(projection.name()).isEqualTo(before);
            assertThat(structureOf(projection)).isEqualTo(structure);
        }
        assertThat(db.sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'rebuild'::regnamespace")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_rebuilt_view_goes_on_with_what_comes_next() {
        rebuild(board());
        var ticket = Tickets.newId();
        story.tell(raised(ticket));
        assertThat(api.get(DISPATCHER, "/service-desk/tickets/" + ticket)).hasStatusOk();
    }

    @Test
    void readers_never_see_fewer_rows_while_it_runs() {
        var rows = count();
        var stop = new AtomicBoolean();
        var fewest = CompletableFuture.supplyAsync(() -> {
            var least = Long.MAX_VALUE;
            while (!stop.get()) {
                least = Math.min(least, count());
            }
            return least;
        });
        rebuild(board());
        rebuild(board());
        stop.set(true);
        assertThat(fewest.join()).isGreaterThanOrEqualTo(rows);
    }

    @Test
    void waits_with_exchanging_tables_while_a_backup_reads_them() throws Exception {
        try (var backup = dataSource.getConnection()) {
            backup.createStatement().execute(BackupLock.HOLD);
            assertThat(api.post(ADMIN, PROJECTIONS + "/projection-ticket-board/rebuild"))
                    .hasStatus(202);
            Thread.sleep(1500);
            assertThat(runs.all().get("projection-ticket-board").state()).isEqualTo(RebuildStatus.State.RUNNING);
            backup.createStatement().execute("SELECT pg_advisory_unlock_all()");
        }
        assertThat(endOf(board()).state()).isEqualTo(RebuildStatus.State.DONE);
    }

    @Test
    void is_for_administrators_only() {
        assertThat(api.get(DISPATCHER, PROJECTIONS)).hasStatus(403);
        assertThat(api.post(DISPATCHER, PROJECTIONS + "/projection-ticket-board/rebuild"))
                .hasStatus(403);
        assertThat(api.post(ADMIN, PROJECTIONS + "/projection-nothing/rebuild")).hasStatus(404);
        assertThat(api.get(ADMIN, PROJECTIONS))
                .bodyJson()
                .extractingPath("$.items[*].state")
                .asArray()
                .containsOnly("RUNNING");
    }

    private void rebuild(Projection projection) {
        assertThat(api.post(ADMIN, PROJECTIONS + "/" + projection.name() + "/rebuild"))
                .hasStatus(202);
        var end = endOf(projection);
        assertThat(end.state()).as(projection.name() + ": " + end.error()).isEqualTo(RebuildStatus.State.DONE);
    }

    private RebuildStatus endOf(Projection projection) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> runs.all().get(projection.name()), run -> run.state() != RebuildStatus.State.RUNNING);
    }

    private Projection board() {
        return projections.stream()
                .filter(projection -> projection.name().equals("projection-ticket-board"))
                .findFirst()
                .orElseThrow();
    }

    private long count() {
        return db.sql("SELECT count(*) FROM ticket_board").query(Long.class).single();
    }

    /** Names and definitions of all indexes and constraints. */
    private List<String> structureOf(Projection projection) {
        return projection.tables().stream()
                .flatMap(table -> db
                        .sql("SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = ?::regclass UNION ALL"
                                + " SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                                + " WHERE conrelid = ?::regclass ORDER BY 1")
                        .params(table, table)
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }
}
