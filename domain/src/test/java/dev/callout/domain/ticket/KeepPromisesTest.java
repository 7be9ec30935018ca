package dev.callout.domain.ticket;

import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.callout.api.RefusalCode;
import dev.callout.api.sla.EscalationAction;
import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.sla.EscalationStep;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AgreeOnDelay;
import dev.callout.api.ticket.AssignInBulk;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.ChangePriorityInBulk;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.EndDelay;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PromiseVisit;
import dev.callout.api.ticket.RecordArrival;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.RetargetSla;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.SlaThresholdReached;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.SupervisorAssigned;
import dev.callout.api.ticket.TechnicianArrived;
import dev.callout.api.ticket.TicketCommand;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.UndoBulkChange;
import dev.callout.api.ticket.VisitPromised;
import dev.callout.api.ticket.WaitingFor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thursday 19 November 2026, ten o'clock: Acme's printer fails, with high priority: answer by 12, solved by 18. */
class KeepPromisesTest {

    private static final String ID = "TCK-1";

    private final Desk desk = new Desk(at("10:00"), Sla.PREMIUM);

    KeepPromisesTest() {
        desk.send(Tickets.raise(ID, "TKT100001", "CUS-1", null));
    }

    @Test
    void are_part_of_what_was_raised() {
        var promise = desk.last(ID, TicketRaised.class).promise();

        assertThat(promise.policyId()).isEqualTo("SLA-premium");
        assertThat(promise.policyVersion()).isEqualTo(3);
        assertThat(promise.responseDueAt()).isEqualTo(at("12:00"));
        assertThat(promise.arrivalDueAt()).as("nobody has to go there yet").isNull();
        assertThat(promise.resolutionDueAt()).isEqualTo(at("18:00"));
    }

    @Test
    void say_when_to_look_next() {
        assertThat(next()).as("80 % of the response").isEqualTo(at("11:36"));
        desk.itIs(at("11:36"));
        assertThat(next()).isEqualTo(at("12:00"));
        desk.itIs(at("13:00"));
        assertThat(next()).as("80 % of the resolution").isEqualTo(at("16:24"));
    }

    /** SL-17 with K-10 and K-12, of an urgent ticket. */
    @Test
    void bring_in_the_supervisor_when_nobody_answers_an_urgent_ticket() {
        desk.send(new ChangePriority(ID, Priority.URGENT, "ACC-max", "All printers", null));
        assign();
        var known = desk.events(ID).size();

        desk.itIs(at("10:23:59")).send(new CheckSla(ID));
        assertThat(desk.eventsSince(ID, known)).isEmpty();
        desk.itIs(at("10:24")).send(new CheckSla(ID));
        assertThat(reached(known)).containsExactly("RESPONSE 80 10:24 [SUPERVISOR]");
        desk.itIs(at("10:30:01")).send(new CheckSla(ID));
        assertThat(desk.last(ID, SlaBreached.class))
                .satisfies(breach -> assertThat(breach.clock()).isEqualTo(RESPONSE))
                .satisfies(breach -> assertThat(breach.occurredAt()).isEqualTo(at("10:30")));
        assertThat(reached(known))
                .containsExactly(
                        "RESPONSE 80 10:24 [SUPERVISOR]", "RESPONSE 100 10:30 [SUPERVISOR, MANAGER, TECHNICIAN]");
        assertThat(desk.last(ID, SlaThresholdReached.class).technicianId()).isEqualTo("TEC-1");
        assertThat(desk.last(ID, SupervisorAssigned.class).supervisorId()).isEqualTo("ACC-sue");
        assertThat(desk.last(ID, SupervisorAssigned.class).formerTechnicianId()).isEqualTo("TEC-1");
        assertThat(desk.work(ID).technicianId()).isEqualTo("ACC-sue");
        assertThat(desk.work(ID).accepted()).isFalse();

        desk.itIs(at("11:00")).send(answer(), new AssignTicket(ID, "TEC-1", null, "Back to you", null));
        desk.itIs(at("13:30")).send(new CheckSla(ID));
        assertThat(reached(known)).last().isEqualTo("RESOLUTION 80 13:12 [MANAGER]");
        desk.send(new AcceptTicket(ID, null, List.of(), null), new StartWork(ID, null, null));
        desk.itIs(at("13:45")).send(new ResolveTicket(ID, null, "Fuser replaced", null));
        desk.itIs(at("20:00")).send(new CheckSla(ID));

        assertThat(of(SlaBreached.class, known)).as("solved in time").hasSize(1);
    }

    @Test
    void are_told_of_once_however_often_somebody_looks() {
        desk.itIs(at("19:00")).send(new CheckSla(ID), new CheckSla(ID), new CheckSla(ID));

        assertThat(reached(0))
                .containsExactlyInAnyOrder(
                        "RESPONSE 80 11:36 []",
                        "RESPONSE 100 12:00 [SUPERVISOR, MANAGER, TECHNICIAN]",
                        "RESOLUTION 80 16:24 []",
                        "RESOLUTION 100 18:00 [MANAGER]");
        assertThat(of(SlaBreached.class, 0)).extracting(SlaBreached::clock).containsExactly(RESPONSE, RESOLUTION);
    }

    @Test
    void go_up_every_step_that_stands_at_the_same_percent() {
        var both = new Desk(
                at("10:00"),
                Sla.PREMIUM.withLadder(List.of(
                        new EscalationStep(RESPONSE, 80, EscalationAction.NOTIFY, List.of(EscalationRecipient.MANAGER)),
                        new EscalationStep(
                                RESPONSE, 80, EscalationAction.ESCALATE, List.of(EscalationRecipient.SUPERVISOR)))));
        both.send(Tickets.raise(ID, "TKT100001", "CUS-1", null));

        both.itIs(at("11:37")).send(new CheckSla(ID), new CheckSla(ID));

        assertThat(both.events(ID))
                .filteredOn(SlaThresholdReached.class::isInstance)
                .extracting(event -> ((SlaThresholdReached) event).action())
                .containsExactly(EscalationAction.NOTIFY, EscalationAction.ESCALATE);
    }

    /** SL-17, AS-11: at the breach the ticket is the supervisor's, unless somebody has seen to it since or works on it. */
    @Test
    void give_the_ticket_to_the_supervisor_whoever_had_it_and_also_when_nobody_had() {
        desk.itIs(at("12:00:01")).send(new CheckSla(ID));

        assertThat(desk.work(ID).technicianId()).isEqualTo("ACC-sue");
        assertThat(desk.last(ID, SupervisorAssigned.class).formerTechnicianId()).isNull();
        assertThat(of(TicketEscalated.class, 0)).isEmpty();
        desk.itIs(at("12:05")).send(new CheckSla(ID), new AssignTicket(ID, "TEC-2", null, null, null));
        assertThat(desk.work(ID).technicianId())
                .as("a person has the last word")
                .isEqualTo("TEC-2");
    }

    @Test
    void leave_work_that_has_begun_with_who_does_it_and_ask_the_supervisor_for_help() {
        assign();
        desk.send(new AcceptTicket(ID, null, List.of(), null), new StartWork(ID, null, null));
        desk.itIs(at("12:01")).send(new CheckSla(ID));

        assertThat(desk.work(ID).technicianId()).isEqualTo("TEC-1");
        assertThat(desk.last(ID, TicketEscalated.class).toAccountId()).isEqualTo("ACC-sue");
        assertThat(of(SupervisorAssigned.class, 0)).isEmpty();
    }

    @Test
    void take_a_ticket_from_nobody_who_got_it_after_the_breach_that_is_found_only_now() {
        desk.itIs(at("12:30"));
        assign();

        assertThat(of(SlaBreached.class, 0)).hasSize(1);
        assertThat(desk.work(ID).technicianId()).isEqualTo("TEC-1");
        assertThat(desk.last(ID, TicketEscalated.class).toAccountId()).isEqualTo("ACC-sue");
    }

    @Test
    void leave_an_assignment_that_is_reported_late_as_a_person_reports_it() {
        desk.itIs(at("12:30")).send(new CheckSla(ID));
        assertThat(desk.work(ID).technicianId()).isEqualTo("ACC-sue");

        desk.send(
                new AssignTicket(ID, "TEC-1", null, null, at("10:05")),
                new AcceptTicket(ID, null, List.of(), at("10:06")),
                new StartWork(ID, null, at("10:07")));

        assertThat(desk.work(ID).technicianId()).isEqualTo("TEC-1");
        assertThat(of(SupervisorAssigned.class, 0)).hasSize(1);
    }

    @Test
    void let_the_supervisor_accept_nothing_before_getting_it() {
        desk.itIs(at("12:30")).send(new CheckSla(ID));

        assertThat(desk.refusal(new AcceptTicket(ID, null, List.of(), at("11:00"))))
                .contains(RefusalCode.OCCURRED_TOO_EARLY);
        assertThat(desk.refusal(new AcceptTicket(ID, null, List.of(), at("12:30"))))
                .isEmpty();
    }

    @Test
    void are_no_change_of_anybody_when_the_supervisor_gets_the_ticket() {
        desk.send(new ChangePriorityInBulk(ID, "BLK-1", Priority.URGENT, "ACC-max", "Outage"));
        desk.itIs(at("10:31")).send(new CheckSla(ID));
        assertThat(desk.work(ID).technicianId()).isEqualTo("ACC-sue");

        desk.send(new UndoBulkChange(ID, "BLK-1", "BLK-2"));

        assertThat(desk.work(ID).technicianId()).isNull();
    }

    /** One that is told five hours late tells of the breach, to all whom it concerns, and warns nobody any more. */
    @Test
    void tell_of_a_breach_that_is_found_late_without_the_warnings_before_it() {
        var late = new Desk(
                at("10:00"),
                Sla.PREMIUM.withLadder(List.of(
                        new EscalationStep(
                                RESPONSE, 80, EscalationAction.NOTIFY, List.of(EscalationRecipient.SUPERVISOR)),
                        new EscalationStep(
                                RESPONSE, 100, EscalationAction.NOTIFY, List.of(EscalationRecipient.MANAGER)))));
        late.send(Tickets.raise(ID, "TKT100001", "CUS-1", null));
        late.itIs(at("15:00")).send(new CheckSla(ID));

        assertThat(late.events(ID))
                .filteredOn(SlaThresholdReached.class::isInstance)
                .extracting(
                        event -> ((SlaThresholdReached) event).percent(),
                        event -> ((SlaThresholdReached) event).recipients())
                .containsExactly(
                        tuple(80, List.of()),
                        tuple(100, List.of(EscalationRecipient.MANAGER, EscalationRecipient.SUPERVISOR)));
    }

    @Test
    void warn_nobody_of_a_promise_that_is_broken_already() {
        desk.itIs(at("12:30")).send(new CheckSla(ID));
        var known = desk.events(ID).size();
        desk.send(new ChangePriority(ID, Priority.MEDIUM, "ACC-max", "Can wait", null));
        desk.itIs(at("17:00")).send(new CheckSla(ID)); // 80 % of eight hours, but two were promised before

        assertThat(of(SlaThresholdReached.class, known))
                .filteredOn(reached -> reached.clock() == RESPONSE)
                .allMatch(reached -> reached.recipients().isEmpty());
        assertThat(of(TicketEscalated.class, known)).isEmpty();
    }

    @Test
    void turn_to_the_manager_when_the_supervisor_has_left_and_to_nobody_when_both_have() {
        assertThat(assignedWithout("ACC-sue")).containsExactly("ACC-max");
        assertThat(assignedWithout("ACC-sue", "ACC-max")).isEmpty();
    }

    private List<String> assignedWithout(String... gone) {
        var thinned = new Desk(at("10:00"), Sla.PREMIUM.without(gone));
        thinned.send(Tickets.raise(ID, "TKT100001", "CUS-1", null));
        thinned.itIs(at("12:01")).send(new CheckSla(ID));
        assertThat(thinned.last(ID, SlaThresholdReached.class).recipients())
                .as("are told all the same")
                .contains(EscalationRecipient.SUPERVISOR);
        return thinned.events(ID).stream()
                .filter(SupervisorAssigned.class::isInstance)
                .map(event -> ((SupervisorAssigned) event).supervisorId())
                .toList();
    }

    @Test
    void are_noticed_as_broken_by_who_acts_before_anybody_looked() {
        assign();
        desk.itIs(at("12:30")).send(answer());

        assertThat(of(SlaBreached.class, 0)).singleElement().satisfies(breach -> {
            assertThat(breach.occurredAt()).isEqualTo(at("12:00"));
            assertThat(breach.technicianId()).isEqualTo("TEC-1");
        });
        assertThat(reached(0)).as("nobody needs a warning any more").isEmpty();
    }

    @Test
    void stand_still_while_the_customer_is_waited_for() {
        assign();
        desk.send(answer(), new AcceptTicket(ID, null, List.of(), null), new StartWork(ID, null, null));
        desk.itIs(at("16:00")).send(new PauseWork(ID, null, WaitingFor.CUSTOMER, "Which model?", null, null));
        assertThat(next()).as("nothing runs out before the customer answers").isNull();

        desk.itIs(at("21:00")).send(new ResumeWork(ID, null, null));

        assertThat(next()).as("80 %, five hours later").isEqualTo(at("21:24"));
        assertThat(of(SlaBreached.class, 0)).isEmpty();
    }

    @Test
    void wait_for_the_date_that_the_customer_asked_for_and_go_on_by_themselves() {
        desk.send(answer(), new AgreeOnDelay(ID, at("20:00"), "Stocktaking", "ACC-max", null));
        assertThat(next()).as("ten hours later").isEqualTo(Instant.parse("2026-11-20T02:24:00Z"));

        desk.itIs(at("12:00")).send(new EndDelay(ID, "ACC-max", null));

        assertThat(next()).isEqualTo(at("18:24"));
        assertThat(desk.refusal(new EndDelay(ID, "ACC-max", null))).hasValue(RefusalCode.STEP_NOT_POSSIBLE);
    }

    @Test
    void can_be_delayed_neither_into_the_past_nor_for_ever() {
        for (var until : List.of(at("10:00"), at("09:00"), Instant.parse("2027-11-21T10:00:00Z"))) {
            assertThat(desk.refusal(new AgreeOnDelay(ID, until, "Later", "ACC-max", null)))
                    .as("%s", until)
                    .hasValue(RefusalCode.INVALID_VALUE);
        }
        assertThat(desk.events(ID)).hasSize(1);
    }

    /** Rule 3: raised to urgent at 13:00, which grants 30 minutes for the answer from ten o'clock on. */
    @Test
    void are_reckoned_from_the_start_when_the_priority_changes_and_tell_of_the_past_once() {
        desk.itIs(at("11:00")).send(new ChangePriority(ID, Priority.MEDIUM, "ACC-max", "Can wait", null));
        var known = desk.events(ID).size();
        desk.itIs(at("13:00")).send(new ChangePriority(ID, Priority.URGENT, "ACC-max", "Can't", null));

        var promised = desk.last(ID, SlaPromised.class);
        assertThat(promised.cause()).isEqualTo(PromiseCause.PRIORITY_CHANGED);
        assertThat(promised.promise().resolutionDueAt()).isEqualTo(at("14:00"));
        assertThat(of(SlaBreached.class, known)).singleElement().satisfies(breach -> {
            assertThat(breach.clock()).isEqualTo(RESPONSE);
            assertThat(breach.byRetarget()).isTrue();
            assertThat(breach.occurredAt()).isEqualTo(at("13:00"));
        });
        assertThat(of(SlaThresholdReached.class, known))
                .filteredOn(reached -> reached.clock() == RESPONSE)
                .extracting(
                        SlaThresholdReached::percent,
                        reached -> reached.recipients().isEmpty())
                .containsExactly(tuple(80, true), tuple(100, false));
    }

    @Test
    void stay_broken_when_milder_terms_come_later() {
        desk.itIs(at("12:30")).send(new CheckSla(ID));
        desk.send(new ChangePriority(ID, Priority.MEDIUM, "ACC-max", "Can wait", null));
        desk.itIs(at("13:00")).send(answer(), new CheckSla(ID));

        assertThat(of(SlaBreached.class, 0)).hasSize(1);
    }

    @Test
    void begin_anew_with_each_cycle() {
        assign();
        desk.send(answer(), new AcceptTicket(ID, null, List.of(), null), new StartWork(ID, null, null));
        desk.itIs(at("17:00")).send(new ResolveTicket(ID, null, "Fuser replaced", null));
        assertThat(next()).isNull();

        desk.itIs(at("19:00")).send(new ReopenTicket(ID, "ACC-cara", "Dead again", null));

        assertThat(next()).as("80 % of eight hours").isEqualTo(Instant.parse("2026-11-20T01:24:00Z"));
    }

    @Test
    void of_an_arrival_are_made_when_somebody_has_to_go_there() {
        assign();
        desk.itIs(at("11:00")).send(new PromiseVisit(ID, "ACC-max", null), new PromiseVisit(ID, "ACC-max", null));
        assertThat(of(VisitPromised.class, 0))
                .singleElement()
                .satisfies(visit -> assertThat(visit.arrivalDueAt())
                        .as("counts from ten o'clock")
                        .isEqualTo(at("18:00")));

        assertThat(desk.refusal(new RecordArrival(ID, "TEC-2", null))).hasValue(RefusalCode.NOT_ASSIGNED_TO_YOU);
        desk.itIs(at("15:00")).send(new RecordArrival(ID, "TEC-1", null), new RecordArrival(ID, "TEC-1", null));

        assertThat(of(TechnicianArrived.class, 0)).hasSize(1);
    }

    @Test
    void change_for_a_running_ticket_only_when_a_manager_says_so() {
        desk.send(new RetargetSla(ID, "SLA-premium", "ACC-max"), new RetargetSla(ID, null, "ACC-max"));
        assertThat(of(SlaPromised.class, 0)).as("these are the terms it has").isEmpty();
        assertThat(desk.refusal(new RetargetSla(ID, "SLA-unknown", "ACC-max")))
                .hasValue(RefusalCode.REFERENCE_NOT_FOUND);
    }

    /** Ten o'clock: urgent in bulk, answer due 10:30 and broken; taken back at eleven, it is due at twelve as before. */
    @Test
    void are_as_they_were_when_a_bulk_change_of_the_priority_is_undone_alerts_included() {
        desk.send(new ChangePriorityInBulk(ID, "BLK-1", Priority.URGENT, "ACC-max", "Outage"));
        desk.itIs(at("10:31")).send(new CheckSla(ID));
        assertThat(of(SlaBreached.class, 0)).hasSize(1);
        var known = desk.events(ID).size();

        desk.itIs(at("11:00")).send(new UndoBulkChange(ID, "BLK-1", "BLK-2"));

        assertThat(desk.work(ID).priority()).isEqualTo(Priority.HIGH);
        assertThat(of(SlaPromised.class, known)).as("nothing is promised anew").isEmpty();
        assertThat(next()).as("80 %, as on a ticket that never was urgent").isEqualTo(at("11:36"));
        desk.itIs(at("11:37")).send(new CheckSla(ID));
        assertThat(reached(known)).containsExactly("RESPONSE 80 11:36 [SUPERVISOR]");
        desk.itIs(at("11:59")).send(answer());
        desk.itIs(at("12:30")).send(new CheckSla(ID));
        assertThat(of(SlaBreached.class, known)).as("answered in time").isEmpty();
    }

    @Test
    void tell_anew_after_an_undo_what_the_old_terms_broke_meanwhile() {
        desk.send(new ChangePriorityInBulk(ID, "BLK-1", Priority.URGENT, "ACC-max", "Outage"));
        desk.itIs(at("10:31")).send(new CheckSla(ID));
        var known = desk.events(ID).size();

        desk.itIs(at("13:00")).send(new UndoBulkChange(ID, "BLK-1", "BLK-2"));

        assertThat(of(SlaBreached.class, known)).singleElement().satisfies(breach -> {
            assertThat(breach.occurredAt()).isEqualTo(at("12:00"));
            assertThat(breach.byRetarget()).isFalse();
        });
    }

    @Test
    void stay_told_when_a_bulk_change_of_something_else_is_undone() {
        desk.send(new AssignInBulk(ID, "BLK-1", "TEC-1", null, null));
        desk.itIs(at("12:01")).send(new CheckSla(ID));
        var known = desk.events(ID).size();

        desk.itIs(at("12:02")).send(new UndoBulkChange(ID, "BLK-1", "BLK-2"));

        assertThat(of(SlaBreached.class, known)).isEmpty();
        assertThat(of(SlaThresholdReached.class, known)).isEmpty();
    }

    @Test
    void are_remembered_by_a_snapshot() {
        desk.itIs(at("11:40")).send(new CheckSla(ID));
        desk.snapshot(ID);

        desk.itIs(at("11:50")).send(new CheckSla(ID));

        assertThat(reached(0)).hasSize(1);
        assertThat(next()).isEqualTo(at("12:00"));
    }

    private void assign() {
        desk.send(new AssignTicket(ID, "TEC-1", null, null, null));
    }

    private static TicketCommand answer() {
        return new AddComment(
                ID, "COM-" + System.nanoTime(), "TEC-1", AuthorKind.STAFF, "We are on it.", null, null, null);
    }

    private Instant next() {
        return desk.look(ID).next();
    }

    private List<String> reached(int known) {
        return of(SlaThresholdReached.class, known).stream()
                .map(e -> e.clock() + " " + e.percent() + " "
                        + e.occurredAt().toString().substring(11, 16) + " " + recipients(e))
                .toList();
    }

    private static List<EscalationRecipient> recipients(SlaThresholdReached event) {
        return event.recipients();
    }

    private <E extends TicketEvent> List<E> of(Class<E> type, int known) {
        return desk.eventsSince(ID, known).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-19T" + (time.length() == 5 ? time + ":00" : time) + "Z");
    }
}
