package dev.callout.query.sla.whatif;

import static dev.callout.api.sla.PauseReason.CUSTOMER_DELAY;
import static dev.callout.api.sla.PauseReason.PENDING_CUSTOMER;
import static dev.callout.api.sla.PauseReason.PENDING_PARTS;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.FindSlaWhatIf;
import dev.callout.api.sla.ListSlaFlips;
import dev.callout.api.sla.OpenHours;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaFlipPage;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaReportFilter;
import dev.callout.api.sla.SlaVerdict;
import dev.callout.api.sla.SlaWhatIf;
import dev.callout.api.sla.SlaWhatIfBegun;
import dev.callout.api.sla.TargetUnit;
import dev.callout.api.sla.TrySlaWhatIf;
import dev.callout.api.sla.TrySlaWhatIf.CalendarChange;
import dev.callout.api.sla.WeeklyHours;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.platform.rights.Actors;
import dev.callout.query.Api;
import dev.callout.query.Appends;
import dev.callout.query.QueryTest;
import dev.callout.query.SetClock;
import dev.callout.query.Story;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.RandomLife;
import dev.callout.query.ticket.Tickets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

/** N-02: what would have become of promises under other terms, and that nothing live changes. */
@QueryTest
class SlaWhatIfIT {

    private static final Actor MANAGER = new Actor("ACC-max", Role.MANAGER, null, null, "api");

    private @Autowired Story story;
    private @Autowired Appends appends;
    private @Autowired Api api;
    private @Autowired SetClock clock;
    private @Autowired QueryGateway queries;
    private @Autowired EventStore events;
    private @Autowired JdbcClient db;

    private final Terms terms = new Terms();
    private final String customerId = "CUS-" + UUID.randomUUID();
    private final SlaReportFilter march = new SlaReportFilter(
            Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"), customerId, null, null, null);

    @BeforeEach
    void publish() {
        terms.publish(appends);
        clock.show(Instant.parse("2026-03-20T12:00:00Z"));
    }

    @AfterEach
    void let_the_clock_go_on() {
        clock.show(null);
    }

    private <T> T ask(Object question, Class<T> answer) {
        return Actors.runAs(MANAGER, () -> queries.query(question, answer).join());
    }

    private SlaWhatIf replayed(SlaPolicyDraft policy, CalendarChange... calendars) {
        return replayed(request(terms.policyId, policy, calendars));
    }

    private TrySlaWhatIf request(String policyId, SlaPolicyDraft policy, CalendarChange... calendars) {
        return new TrySlaWhatIf("WIF-" + UUID.randomUUID(), "ACC-max", policyId, policy, List.of(calendars), march);
    }

    private SlaWhatIf replayed(TrySlaWhatIf request) {
        var begun = ask(request, SlaWhatIfBegun.class).whatIf();
        var done = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> ask(new FindSlaWhatIf(begun.id()), SlaWhatIf.class),
                        run -> run.state() != SlaWhatIf.State.RUNNING);
        assertThat(done.error()).isNull();
        assertThat(done.state()).isEqualTo(SlaWhatIf.State.DONE);
        assertThat(done.done()).isEqualTo(done.total());
        return done;
    }

    private List<SlaFlipPage.Flip> flips(SlaWhatIf run) {
        return ask(new ListSlaFlips(run.id(), 200, null, false), SlaFlipPage.class)
                .items();
    }

    private static SlaWhatIf.Clock resolution(SlaWhatIf run) {
        return run.clocks().stream()
                .filter(clock -> clock.clock() == SlaClock.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }

    /** Four hours granted, six used, of which four went by waiting for parts. */
    private String waitedForParts() {
        var ticket = Tickets.newId();
        story.tell(
                terms.raised(ticket, customerId, Priority.URGENT, at("10:00")),
                comment(ticket, AuthorKind.STAFF, "Hello", true, "10:05"),
                new WorkStarted(ticket, "ACC-ana", at("10:10")),
                new WorkPaused(ticket, WaitingFor.PARTS, "CON-jo", "Fuser", null, at("11:00")),
                new WorkResumed(ticket, ResumeCause.TECHNICIAN, at("15:00")),
                new TicketResolved(ticket, "ACC-ana", "CON-jo", "Fixed", false, at("16:00")));
        return ticket;
    }

    @Test
    void tells_what_pausing_for_parts_would_have_saved() {
        var ticket = waitedForParts();
        var head = events.createHeadToken();
        var run = replayed(terms.draft(Set.of(PENDING_CUSTOMER, CUSTOMER_DELAY, PENDING_PARTS)));
        assertThat(run.total()).isEqualTo(1);
        assertThat(run.flipped()).isEqualTo(1);
        assertThat(resolution(run).before().rate().percent()).isEqualByComparingTo("0.0");
        assertThat(resolution(run).after().rate().percent()).isEqualByComparingTo("100.0");
        assertThat(resolution(run).difference()).isEqualByComparingTo("100.0");
        assertThat(run.penalties()).singleElement().satisfies(penalty -> {
            assertThat(penalty.currency()).isEqualTo("EUR");
            assertThat(penalty.before()).isEqualByComparingTo("200.50");
            assertThat(penalty.after()).isEqualByComparingTo("0.00");
            assertThat(penalty.difference()).isEqualByComparingTo("-200.50");
        });
        assertThat(flips(run)).singleElement().satisfies(flip -> {
            assertThat(flip.ticketId()).isEqualTo(ticket);
            assertThat(flip.clock()).isEqualTo(SlaClock.RESOLUTION);
            assertThat(flip.before()).isEqualTo(SlaVerdict.MISSED);
            assertThat(flip.after()).isEqualTo(SlaVerdict.MET);
            assertThat(flip.dueAfter()).isEqualTo(at("18:00"));
        });
        assertThat(events.createHeadToken()).as("no event").isEqualTo(head);
        assertThat(Api.read(api.get(MANAGER, "/service-desk/sla-tracking/" + ticket), "$.clocks[1].verdict"))
                .as("live")
                .isEqualTo("MISSED");
    }

    @Test
    void the_same_terms_flip_nothing_whatever_happened() {
        var random = new Random(42);
        var told = new ArrayList<Object>();
        for (var i = 0; i < 120; i++) {
            var life = RandomLife.of(random, 1 + random.nextInt(20)).events();
            told.add(terms.promised(ofOurCustomer((TicketRaised) life.get(0))));
            told.addAll(life.subList(1, life.size()));
        }
        story.tell(told.toArray());
        var run = replayed((SlaPolicyDraft) null);
        assertThat(run.total()).isEqualTo(120);
        assertThat(run.flipped()).isZero();
        assertThat(flips(run)).isEmpty();
        assertThat(run.clocks()).allSatisfy(clock -> assertThat(clock.after()).isEqualTo(clock.before()));
        assertThat(run.penalties())
                .allSatisfy(penalty -> assertThat(penalty.difference()).isEqualByComparingTo("0"));
        assertThat(run.ticketsPerSecond()).isPositive();

        var unchanged = replayed(
                terms.policy().draft(),
                new CalendarChange(terms.calendarId, terms.calendar().draft()));
        assertThat(unchanged.flipped()).as("published again word for word").isZero();

        var aroundTheClock = replayed(terms.draft(TargetUnit.MINUTES, Set.of()));
        assertThat(aroundTheClock.flipped()).as("so that the test can fail").isPositive();
        assertThat(flips(aroundTheClock).stream()
                        .map(SlaFlipPage.Flip::ticketId)
                        .distinct()
                        .count())
                .isEqualTo(aroundTheClock.flipped());
    }

    private TicketRaised ofOurCustomer(TicketRaised raised) {
        return Tickets.raised(raised.ticketId(), customerId, raised.title(), raised.priority(), raised.occurredAt());
    }

    @Test
    void another_calendar_changes_what_counts() {
        var ticket = Tickets.newId();
        story.tell(
                terms.raised(ticket, customerId, Priority.URGENT, at("17:30")),
                comment(ticket, AuthorKind.STAFF, "Hello", true, "17:35"),
                new TicketResolved(ticket, "ACC-ana", "CON-jo", "Fixed", false, Instant.parse("2026-03-03T12:00:00Z")));
        var asItIs = terms.calendar().draft();
        var withoutHoliday = new WorkCalendarDraft("Standard", "UTC", asItIs.week(), List.of(), null, null);
        var closedLater = replayed(request(null, null, new CalendarChange(terms.calendarId, withoutHoliday)));
        assertThat(flips(closedLater)).isEmpty(); // three hours and a half of four
        var run = replayed(request(
                null,
                null,
                new CalendarChange(
                        terms.calendarId,
                        new WorkCalendarDraft("Standard", "Asia/Tokyo", asItIs.week(), List.of(), null, null))));
        assertThat(run.calendarIds()).containsExactly(terms.calendarId);
        assertThat(flips(run)).extracting(SlaFlipPage.Flip::clock).containsExactly(SlaClock.RESOLUTION);
    }

    @Test
    void refuses_a_second_one_while_one_is_under_way() {
        db.sql("INSERT INTO sla_what_if VALUES ('WIF-busy', true, now(), now(), '{}')")
                .update();
        try {
            assertThatThrownBy(() -> replayed((SlaPolicyDraft) null)).hasMessageContaining("under way");
        } finally {
            db.sql("DELETE FROM sla_what_if WHERE what_if_id = 'WIF-busy'").update();
        }
        db.sql(
                        "INSERT INTO sla_what_if VALUES ('WIF-dead', true, now() - interval '1 hour', now() - interval '1 hour', '{}')")
                .update();
        assertThat(replayed((SlaPolicyDraft) null).state()).isEqualTo(SlaWhatIf.State.DONE);
        db.sql("DELETE FROM sla_what_if WHERE what_if_id = 'WIF-dead'").update();
    }

    @Test
    void refuses_what_could_not_be_published_and_what_is_not_there() {
        var nothing = new SlaPolicyDraft("Empty", null, List.of(), null, null, null, null, null, null, null);
        assertThatThrownBy(() -> replayed(nothing)).hasMessageContaining("targets");
        assertThatThrownBy(() -> replayed(request("SLA-none", null))).hasMessageContaining("SLA-none");
        assertThatThrownBy(() -> replayed(request(null, nothing))).hasMessageContaining("policyId");
        var seldom = new WorkCalendarDraft(
                "Seldom",
                "UTC",
                List.of(new WeeklyHours(
                        DayOfWeek.SUNDAY, List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.of(9, 1))))),
                List.of(),
                null,
                null);
        assertThatThrownBy(() -> replayed((SlaPolicyDraft) null, new CalendarChange(terms.calendarId, seldom)))
                .hasMessageContaining("ten years");
        var never = new WorkCalendarDraft("Never", "UTC", List.of(), List.of(), null, null);
        assertThatThrownBy(() -> replayed(null, new CalendarChange(terms.calendarId, never)))
                .hasMessageContaining("week");
        assertThatThrownBy(() -> replayed(
                        null, new CalendarChange("CAL-none", terms.calendar().draft())))
                .hasMessageContaining("CAL-none");
        assertThat(db.sql("SELECT count(*) FROM sla_what_if WHERE running")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(api.get(MANAGER, "/service-desk/sla-what-ifs/WIF-none")).hasStatus(404);
        assertThat(api.get(MANAGER, "/service-desk/sla-what-ifs/WIF-none/flips"))
                .hasStatus(404);
        assertThat(api.get(Api.TECHNICIAN, "/service-desk/sla-what-ifs/WIF-none"))
                .hasStatus(403);
    }

    @Test
    void is_the_same_replay_when_the_same_request_comes_again() {
        var request = request(terms.policyId, terms.draft(Set.of(PENDING_PARTS, PENDING_CUSTOMER)));
        var run = replayed(request);
        var sameInOtherOrder = new TrySlaWhatIf(
                request.whatIfId(),
                "ACC-max",
                terms.policyId,
                terms.draft(new LinkedHashSet<>(List.of(PENDING_CUSTOMER, PENDING_PARTS))),
                List.of(),
                march);
        var again = ask(sameInOtherOrder, SlaWhatIfBegun.class);
        assertThat(again.before()).isTrue();
        assertThat(again.whatIf()).isEqualTo(run);
        var another = new TrySlaWhatIf(request.whatIfId(), "ACC-max", terms.policyId, null, List.of(), march);
        assertThatThrownBy(() -> ask(another, SlaWhatIfBegun.class)).hasMessageContaining("Idempotency-Key");
    }

    @Test
    void is_begun_once_for_each_key() {
        var body = """
                {"policyId": "%s", "from": "2026-03-01T00:00:00Z", "until": "2026-04-01T00:00:00Z"}
                """.formatted(terms.policyId);
        var headers = new HttpHeaders();
        assertThat(api.post(MANAGER, "/service-desk/sla-what-ifs", headers, body))
                .hasStatus(400);
        headers.set("Idempotency-Key", UUID.randomUUID().toString());
        var first = api.post(MANAGER, "/service-desk/sla-what-ifs", headers, body);
        assertThat(first).hasStatus(202).doesNotContainHeader("Idempotency-Replayed");
        var again = api.post(MANAGER, "/service-desk/sla-what-ifs", headers, body);
        assertThat(again).hasStatus(202).hasHeader("Idempotency-Replayed", "true");
        assertThat(Api.read(again, "$.id")).isEqualTo(Api.read(first, "$.id"));
        await().until(() -> !Api.read(
                        api.get(MANAGER, "/service-desk/sla-what-ifs/" + Api.read(first, "$.id")), "$.state")
                .equals("RUNNING"));
    }

    @Test
    void are_listed_the_newest_first() {
        var older = replayed((SlaPolicyDraft) null);
        var newer = replayed((SlaPolicyDraft) null);
        var first = api.get(MANAGER, "/service-desk/sla-what-ifs?pageSize=1&count=true");
        assertThat(Api.read(first, "$.items[0].id")).isEqualTo(newer.id());
        assertThat(Api.read(first, "$.items[0].state")).isEqualTo("DONE");
        var next = api.get(MANAGER, "/service-desk/sla-what-ifs?pageSize=1&after=" + Api.read(first, "$.next"));
        assertThat(Api.read(next, "$.items[0].id")).isEqualTo(older.id());
        assertThat(api.get(Api.TECHNICIAN, "/service-desk/sla-what-ifs")).hasStatus(403);
    }

    @Test
    void lists_flips_page_by_page() {
        waitedForParts();
        waitedForParts();
        waitedForParts();
        var run = replayed(terms.draft(Set.of(PENDING_CUSTOMER, CUSTOMER_DELAY, PENDING_PARTS)));
        var path = "/service-desk/sla-what-ifs/" + run.id() + "/flips?pageSize=2&count=true";
        var first = api.get(MANAGER, path);
        assertThat(first).bodyJson().extractingPath("$.total").isEqualTo(3);
        assertThat(first).bodyJson().extractingPath("$.items").asArray().hasSize(2);
        assertThat(api.get(MANAGER, path + "&after=" + Api.read(first, "$.next")))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(1);
        assertThat(api.get(MANAGER, "/service-desk/sla-what-ifs/" + run.id()))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("DONE");
    }
}
