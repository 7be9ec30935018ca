package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.OCCURRED_TOO_EARLY;
import static dev.callout.api.RefusalCode.REOPEN_WINDOW_PASSED;
import static dev.callout.api.identity.Role.ADMIN;
import static dev.callout.api.identity.Role.TECHNICIAN;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.domain.ticket.Desk.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AgreeOnDelay;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.EndDelay;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PromiseVisit;
import dev.callout.api.ticket.RecordArrival;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TechnicianArrived;
import dev.callout.api.ticket.TicketCommand;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.api.ticket.UnmergeTicket;
import dev.callout.api.ticket.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No step lies before the step it depends on, nor before whoever reports it could know of the ticket. */
class StepTimesTest {

    private static final String ID = "TCK-1";

    private final Desk desk = new Desk(at("09:58"), Sla.PREMIUM).send(Tickets.raise(ID, "TKT100001", "CUS-1", null));

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    private void assigned() {
        desk.itIs(at("12:26")).send(new AssignTicket(ID, "TEC-1", null, null, null));
    }

    private void started() {
        assigned();
        desk.itIs(at("17:38")).send(new AcceptTicket(ID, "TEC-1", List.of(), null), new StartWork(ID, "TEC-1", null));
    }

    @Test
    void a_breach_is_not_talked_away_by_a_resolution_before_the_start_of_the_work() {
        started();
        var known = desk.events(ID).size();
        desk.itIs(at("17:40"));
        assertThat(desk.refusedWith(by("TEC-1", TECHNICIAN, resolve(at("09:59")))))
                .contains(new Refusal(
                        OCCURRED_TOO_EARLY,
                        "occurredAt can't be before 2026-03-02T17:38:00Z: what it depends on happened only then."));
        assertThat(desk.eventsSince(ID, known)).isEmpty();
    }

    private static ResolveTicket resolve(Instant occurredAt) {
        return new ResolveTicket(ID, "TEC-1", "Fuser replaced", occurredAt);
    }

    private record Too(String early, List<TicketCommand> before, TicketCommand order) {

        @Override
        public String toString() {
            return early;
        }
    }

    /** Each is tried at 13:00, when what it depends on happened at 12:50. */
    static Stream<Too> tooEarly() {
        var early = at("12:40");
        var assign = new AssignTicket(ID, "TEC-1", null, null, null);
        var accept = new AcceptTicket(ID, "TEC-1", List.of(), null);
        var start = new StartWork(ID, "TEC-1", null);
        var pause = new PauseWork(ID, "TEC-1", WaitingFor.PARTS, "Fuser", null, null);
        var resume = new ResumeWork(ID, "TEC-1", null);
        var resolve = resolve(null);
        var confirm = new ConfirmResolution(ID, "ACC-cara", null, null);
        var reopen = new ReopenTicket(ID, "ACC-cara", "Dead again", null);
        var delay = new AgreeOnDelay(ID, at("20:00"), "Later", "ACC-dan", null);
        var urgent = new ChangePriority(ID, Priority.URGENT, "ACC-dan", "All", null);
        var visit = new PromiseVisit(ID, "ACC-dan", null);
        return Stream.of(
                new Too("accept", List.of(assign), new AcceptTicket(ID, "TEC-1", List.of(), early)),
                new Too("assign", List.of(assign), new AssignTicket(ID, "TEC-2", null, null, early)),
                new Too("start", List.of(assign, accept), new StartWork(ID, "TEC-1", early)),
                new Too(
                        "pause",
                        List.of(assign, accept, start),
                        new PauseWork(ID, "TEC-1", WaitingFor.PARTS, "Fuser", null, early)),
                new Too("resume", List.of(assign, accept, start, pause), new ResumeWork(ID, "TEC-1", early)),
                new Too("resolve", List.of(assign, accept, start, pause, resume), resolve(early)),
                new Too(
                        "confirm",
                        List.of(assign, accept, start, resolve),
                        new ConfirmResolution(ID, "ACC-cara", null, early)),
                new Too(
                        "reopen",
                        List.of(assign, accept, start, resolve, confirm),
                        new ReopenTicket(ID, "ACC-cara", "Dead again", early)),
                new Too(
                        "assign again",
                        List.of(assign, accept, start, resolve, reopen),
                        new AssignTicket(ID, "TEC-1", null, null, early)),
                new Too("close", List.of(assign), new CloseAdministratively(ID, "Enough", early)),
                new Too("cancel", List.of(assign), new CancelTicket(ID, CancelReason.INVALID, null, early)),
                new Too(
                        "merge",
                        List.of(assign),
                        new MergeTicket(ID, "TCK-2", false, false, false, "ACC-dana", "Same", early)),
                new Too(
                        "unmerge",
                        List.of(new MergeTicket(ID, "TCK-2", false, false, false, "ACC-dana", "Same", null)),
                        new UnmergeTicket(ID, "Not the same", early)),
                new Too("weigh again", List.of(urgent), new ChangePriority(ID, Priority.LOW, "ACC-dan", "No", early)),
                new Too(
                        "escalate once reopened",
                        List.of(assign, accept, start, resolve, reopen),
                        new EscalateTicket(ID, "TEC-1", "ACC-max", null, "Help", early)),
                new Too("end a delay", List.of(delay), new EndDelay(ID, "ACC-dan", early)),
                new Too("arrive before the assignment", List.of(assign), new RecordArrival(ID, "TEC-1", early)),
                new Too(
                        "arrive before the visit was settled",
                        List.of(assign, visit),
                        new RecordArrival(ID, "TEC-1", early)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooEarly")
    void nothing_happens_before_what_it_depends_on(Too too) {
        desk.itIs(at("12:00")).send(Tickets.raise("TCK-2", "TKT100002", "CUS-1", null));
        desk.itIs(at("12:50"));
        too.before().forEach(desk::send);
        desk.itIs(at("13:00"));
        var known = desk.events(ID).size();
        assertThat(desk.refusal(too.order())).contains(OCCURRED_TOO_EARLY);
        assertThat(desk.eventsSince(ID, known)).isEmpty();
    }

    /** Work without reception: each step has its own time, and both times are kept. */
    @Test
    void what_was_done_offline_keeps_its_own_time() {
        assigned();
        desk.itIs(at("18:00"));
        desk.send(
                by("TEC-1", TECHNICIAN, new AcceptTicket(ID, "TEC-1", List.of(), at("12:40"))),
                by("TEC-1", TECHNICIAN, new StartWork(ID, "TEC-1", at("12:50"))),
                by("TEC-1", TECHNICIAN, new PauseWork(ID, "TEC-1", WaitingFor.PARTS, "Fuser", null, at("13:00"))),
                by("TEC-1", TECHNICIAN, new ResumeWork(ID, "TEC-1", at("14:00"))),
                by("TEC-1", TECHNICIAN, resolve(at("15:00"))));
        assertThat(desk.last(ID, TicketResolved.class).occurredAt()).isEqualTo(at("15:00"));
    }

    @Test
    void a_technician_knows_of_a_ticket_from_the_assignment_on() {
        assigned();
        desk.itIs(at("13:00"));
        assertThat(desk.refusedWith(by("TEC-1", TECHNICIAN, answer("TEC-1", at("10:00")))))
                .contains(new Refusal(
                        OCCURRED_TOO_EARLY,
                        "occurredAt can't be before 2026-03-02T12:26:00Z: you could not know of the ticket before."));
        assertThat(desk.refusal(by("TEC-1", TECHNICIAN, new AddNote(ID, "NOT-1", "TEC-1", "x", null, at("10:00")))))
                .contains(OCCURRED_TOO_EARLY);
        assertThat(desk.refusal(by(
                        "TEC-1",
                        TECHNICIAN,
                        new AttachFile(
                                ID,
                                "ATT-1",
                                "TEC-1",
                                STAFF,
                                "a.txt",
                                "text/plain",
                                1,
                                "cafe",
                                true,
                                null,
                                null,
                                at("10:00")))))
                .contains(OCCURRED_TOO_EARLY);
        assertThat(desk.refusal(by("TEC-2", TECHNICIAN, answer("TEC-2", at("12:40")))))
                .as("nobody gave it to this one")
                .contains(OCCURRED_TOO_EARLY);
        desk.send(by("TEC-1", TECHNICIAN, answer("TEC-1", at("12:40"))));
        assertThat(desk.last(ID, CommentAdded.class).occurredAt()).isEqualTo(at("12:40"));
    }

    @Test
    void the_people_of_a_team_know_of_its_tickets() {
        desk.itIs(at("12:26")).send(new AssignTicket(ID, null, "TEA-1", null, null));
        desk.itIs(at("13:00")).send(by("TEC-2", TECHNICIAN, answer("TEC-2", at("12:40"))));
        assertThat(desk.refusal(by("TEC-2", TECHNICIAN, answer("TEC-2", at("12:00")))))
                .contains(OCCURRED_TOO_EARLY);
    }

    /** The customer called at eight; it was written down at ten. */
    @Test
    void who_takes_a_call_knows_of_it_before_it_is_recorded_and_others_do_not() {
        desk.itIs(at("10:00")).send(Tickets.raise("TCK-3", "TKT100003", "CUS-1", at("08:00")));
        desk.send(by("ACC-cara", ADMIN, answer("TCK-3", "ACC-cara", at("08:10"))));
        assertThat(desk.refusal(by("ACC-ada", ADMIN, answer("TCK-3", "ACC-ada", at("08:10")))))
                .contains(OCCURRED_TOO_EARLY);
        desk.itIs(at("11:00")).send(by("ACC-ada", ADMIN, answer("TCK-3", "ACC-ada", at("10:10"))));
    }

    @Test
    void what_was_sent_to_a_merged_ticket_is_judged_by_that_one() {
        assigned();
        desk.itIs(at("13:00")).send(Tickets.raise("TCK-2", "TKT100002", "CUS-1", null));
        desk.send(new MergeTicket(ID, "TCK-2", false, false, false, "ACC-dana", "Same", null));
        desk.itIs(at("14:00")).send(by("TEC-1", TECHNICIAN, answer("TEC-1", at("12:40"))));
        assertThat(desk.last("TCK-2", CommentAdded.class).occurredAt())
                .as("not before the ticket it belongs to now")
                .isEqualTo(at("13:00"));
        assertThat(desk.refusal(by("TEC-1", TECHNICIAN, answer("TEC-1", at("12:00")))))
                .contains(OCCURRED_TOO_EARLY);
    }

    @Test
    void a_clock_that_is_a_little_off_is_in_nobodys_way() {
        started();
        desk.send(by("TEC-1", TECHNICIAN, resolve(at("17:36"))));
        assertThat(desk.last(ID, TicketResolved.class).occurredAt()).isEqualTo(at("17:38"));
        desk.itIs(at("17:37")).send(new ReopenTicket(ID, "ACC-cara", "No", null));
        assertThat(desk.last(ID, TicketReopened.class).occurredAt()).isEqualTo(at("17:38"));
    }

    @Test
    void a_late_arrival_after_both_counts() {
        assigned();
        desk.itIs(at("13:00")).send(new PromiseVisit(ID, "ACC-dan", null));
        desk.itIs(at("17:00")).send(by("TEC-1", TECHNICIAN, new RecordArrival(ID, "TEC-1", at("15:00"))));
        assertThat(desk.last(ID, TechnicianArrived.class).occurredAt()).isEqualTo(at("15:00"));
    }

    /** Customers of another help desk heard from that, long ago. */
    @Test
    void the_windows_of_what_was_imported_began_when_it_happened() {
        var closed = new ImportTicketState(
                ID,
                "servicenow",
                "INC-1",
                1,
                "Closed",
                TicketStatus.CLOSED,
                "TEC-1",
                null,
                Priority.HIGH,
                TicketType.ISSUE,
                "Hardware",
                "Printer",
                "CON-1",
                "SIT-1",
                "TEC-1",
                "Fixed elsewhere",
                at("10:00"),
                false,
                at("10:00"),
                at("10:00"));
        desk.itIs(at("10:00").plus(Duration.ofDays(30))).send(closed);
        assertThat(desk.work(ID).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(desk.refusal(new ReopenTicket(ID, "ACC-cara", "Dead again", null)))
                .contains(REOPEN_WINDOW_PASSED);
    }

    private static AddComment answer(String author, Instant occurredAt) {
        return answer(ID, author, occurredAt);
    }

    private static AddComment answer(String ticketId, String author, Instant occurredAt) {
        return new AddComment(
                ticketId, "CMT-" + author + occurredAt, author, STAFF, "I am on it.", null, null, occurredAt);
    }
}
