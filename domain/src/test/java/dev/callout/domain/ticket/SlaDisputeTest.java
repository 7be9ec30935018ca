package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.SECOND_PERSON_REQUIRED;
import static dev.callout.api.RefusalCode.SLA_NOT_DISPUTED;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.TECHNICIAN;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.domain.ticket.Desk.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.DecideSlaDispute;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.SlaBreachDisputed;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaDisputeDecided;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.WaitingFor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** High priority at ten: answer by 12, solved by 18. What is reported late disputes a recorded breach, and no more. */
class SlaDisputeTest {

    private static final String ID = "TCK-1";

    private final Desk desk = new Desk(at("10:00"), Sla.PREMIUM)
            .send(Tickets.raise(ID, "TKT100001", "CUS-1", null), new AssignTicket(ID, "TEC-1", null, null, null));

    private static Instant at(String time) {
        return Instant.parse("2026-11-19T" + time + ":00Z");
    }

    private static AddComment answer(Instant occurredAt) {
        return new AddComment(ID, "CMT-" + occurredAt, "TEC-1", STAFF, "I am on it.", null, null, occurredAt);
    }

    private static DecideSlaDispute decide(boolean accepted, String by) {
        return new DecideSlaDispute(ID, RESPONSE, 1, accepted, by, "I saw the letter");
    }

    private void answeredInTimeAndReportedLate() {
        desk.itIs(at("13:00")).send(new CheckSla(ID));
        assertThat(desk.last(ID, SlaBreached.class).clock()).isEqualTo(RESPONSE);
        desk.itIs(at("14:00")).send(by("TEC-1", TECHNICIAN, answer(at("11:00"))));
    }

    @Test
    void a_late_report_disputes_a_recorded_breach_in_the_name_of_whoever_sent_it() {
        answeredInTimeAndReportedLate();
        assertThat(desk.last(ID, SlaBreachDisputed.class))
                .isEqualTo(new SlaBreachDisputed(ID, RESPONSE, 1, at("11:00"), "TEC-1", at("14:00")));
        desk.send(new CheckSla(ID), by("TEC-1", TECHNICIAN, answer(at("11:30"))));
        assertThat(desk.events(ID))
                .filteredOn(SlaBreachDisputed.class::isInstance)
                .hasSize(1);
        assertThat(desk.events(ID)).filteredOn(SlaBreached.class::isInstance).hasSize(1);
    }

    @Test
    void a_late_report_of_something_late_disputes_nothing() {
        desk.itIs(at("13:00")).send(new CheckSla(ID));
        desk.itIs(at("14:00")).send(by("TEC-1", TECHNICIAN, answer(at("12:30"))));
        assertThat(desk.events(ID)).noneMatch(SlaBreachDisputed.class::isInstance);
    }

    @Test
    void a_late_report_before_any_breach_was_recorded_counts() {
        desk.itIs(at("11:59")).send(by("TEC-1", TECHNICIAN, answer(at("11:00"))));
        desk.itIs(at("13:00")).send(new CheckSla(ID));
        assertThat(desk.events(ID))
                .noneMatch(SlaBreachDisputed.class::isInstance)
                .noneMatch(SlaBreached.class::isInstance);
    }

    @Test
    void a_pause_that_is_reported_late_disputes_a_breach_too() {
        desk.send(new AcceptTicket(ID, "TEC-1", List.of(), null), new StartWork(ID, "TEC-1", null), answer(null));
        desk.itIs(at("18:30")).send(new CheckSla(ID));
        var pause = new PauseWork(ID, "TEC-1", WaitingFor.CUSTOMER, "Which model?", null, at("11:00"));
        desk.itIs(at("19:00")).send(by("TEC-1", TECHNICIAN, pause));
        assertThat(desk.last(ID, SlaBreachDisputed.class))
                .isEqualTo(new SlaBreachDisputed(ID, RESOLUTION, 1, null, "TEC-1", at("19:00")));
    }

    @Test
    void somebody_else_decides_and_may_put_the_decision_right() {
        answeredInTimeAndReportedLate();
        assertThat(desk.refusal(by("TEC-1", MANAGER, decide(true, "TEC-1")))).contains(SECOND_PERSON_REQUIRED);
        desk.itIs(at("15:00")).send(by("ACC-max", MANAGER, decide(true, "ACC-max")));
        var accepted =
                new SlaDisputeDecided(ID, RESPONSE, 1, true, "ACC-max", "CON-1", "I saw the letter", at("15:00"));
        assertThat(desk.last(ID, SlaDisputeDecided.class)).isEqualTo(accepted);
        var known = desk.events(ID).size();
        desk.send(by("ACC-max", MANAGER, decide(true, "ACC-max")));
        assertThat(desk.eventsSince(ID, known)).as("no news").isEmpty();
        desk.send(by("ACC-mia", MANAGER, decide(false, "ACC-mia")));
        assertThat(desk.last(ID, SlaDisputeDecided.class).accepted()).isFalse();
        desk.itIs(at("17:00")).send(new CheckSla(ID));
        assertThat(desk.events(ID)).filteredOn(SlaBreached.class::isInstance).hasSize(1);
    }

    @Test
    void a_decision_has_a_reason() {
        answeredInTimeAndReportedLate();
        for (var reason : new String[] {null, " ", "x".repeat(1001)}) {
            assertThat(desk.refusal(new DecideSlaDispute(ID, RESPONSE, 1, true, "ACC-max", reason)))
                    .contains(INVALID_VALUE);
        }
    }

    @Test
    void there_is_nothing_to_decide_without_a_dispute() {
        desk.itIs(at("13:00")).send(new CheckSla(ID));
        assertThat(desk.refusal(by("ACC-max", MANAGER, decide(true, "ACC-max"))))
                .contains(SLA_NOT_DISPUTED);
    }

    @Test
    void a_report_that_came_by_way_of_a_merged_ticket_is_its_senders() {
        desk.send(Tickets.raise("TCK-2", "TKT100002", "CUS-1", null));
        desk.itIs(at("13:00")).send(new CheckSla(ID), new CheckSla("TCK-2"));
        desk.send(new MergeTicket(ID, "TCK-2", false, false, false, "ACC-dan", "Same", null));
        desk.itIs(at("14:00")).send(by("TEC-1", TECHNICIAN, answer(at("11:00"))));
        assertThat(desk.last("TCK-2", SlaBreachDisputed.class).disputedBy()).isEqualTo("TEC-1");
    }

    @Test
    void a_resolution_in_time_disputes_the_breach_of_the_response_as_well() {
        desk.send(new AcceptTicket(ID, "TEC-1", List.of(), null), new StartWork(ID, "TEC-1", null));
        desk.itIs(at("19:00")).send(new CheckSla(ID));
        desk.send(by("TEC-1", TECHNICIAN, new ResolveTicket(ID, "TEC-1", "Fuser replaced", at("11:00"))));
        assertThat(desk.events(ID))
                .filteredOn(SlaBreachDisputed.class::isInstance)
                .extracting(event -> ((SlaBreachDisputed) event).clock())
                .containsExactly(RESPONSE, RESOLUTION);
    }
}
