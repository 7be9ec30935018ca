package dev.callout.domain.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.ClockPauses;
import dev.callout.api.sla.EscalationAction;
import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.sla.EscalationStep;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.sla.ReopenRule;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaPromise;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.TargetUnit;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SlaChecked;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketType;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An urgent ticket that is to be answered within 30 minutes: the supervisor hears after 24. */
class SlaEscalationSagaTest {

    private static final Instant TEN = Instant.parse("2026-11-19T10:00:00Z");
    private static final Duration UNTIL_80_PERCENT = Duration.ofMinutes(24).plusMillis(1);

    private final SagaTestFixture<SlaEscalationSaga> saga = new SagaTestFixture<>(SlaEscalationSaga.class);
    private Instant lookNext;

    @BeforeEach
    void know_the_policy() {
        saga.registerResource(new Book());
        saga.setCallbackBehavior((command, metaData) -> new SlaChecked("TCK-1", lookNext));
        saga.givenCurrentTime(TEN);
    }

    @Test
    void looks_when_the_first_threshold_is_reached_and_not_before() {
        saga.givenAPublished(raised())
                .whenTimeElapses(UNTIL_80_PERCENT.minusSeconds(1))
                .expectNoDispatchedCommands();
    }

    @Test
    void asks_the_ticket_at_the_threshold() {
        saga.givenAPublished(raised())
                .whenTimeElapses(UNTIL_80_PERCENT)
                .expectDispatchedCommands(new CheckSla("TCK-1"))
                .expectActiveSagas(1)
                .expectNoScheduledDeadlines();
    }

    @Test
    void looks_again_when_the_ticket_says_so() {
        lookNext = TEN.plus(Duration.ofMinutes(30));
        saga.givenAPublished(raised())
                .whenTimeElapses(UNTIL_80_PERCENT)
                .expectScheduledDeadline(Duration.ofMinutes(6), new SlaEscalationSaga.CheckDue("TCK-1"));
    }

    @Test
    void forgets_a_ticket_that_is_solved() {
        saga.givenAPublished(raised())
                .whenPublishingA(new TicketResolved("TCK-1", "TEC-1", "CON-1", "Done", true, TEN))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void looks_after_a_ticket_again_that_is_reopened() {
        lookNext = TEN.plus(Duration.ofHours(3));
        saga.givenAPublished(raised())
                .andThenAPublished(new TicketResolved("TCK-1", "TEC-1", "CON-1", "Done", true, TEN))
                .andThenAPublished(new TicketReopened("TCK-1", 2, "ACC-1", "CON-1", "Again", "TEC-1", TEN))
                .whenTimeElapses(Duration.ZERO)
                .expectActiveSagas(1)
                .expectDispatchedCommands(new CheckSla("TCK-1"))
                .expectScheduledDeadline(Duration.ofHours(3).plusMillis(1), new SlaEscalationSaga.CheckDue("TCK-1"));
    }

    @Test
    void asks_when_somebody_takes_a_paused_ticket_on() {
        saga.givenAPublished(raised())
                .andThenAPublished(new WorkPaused("TCK-1", WaitingFor.CUSTOMER, "CON-1", "?", null, TEN))
                .andThenAPublished(new TicketAssigned("TCK-1", "CON-1", "TEC-2", null, null, TEN))
                .whenTimeElapses(Duration.ZERO)
                .expectDispatchedCommands(new CheckSla("TCK-1"));
    }

    @Test
    void asks_nothing_when_an_ordinary_ticket_is_assigned() {
        saga.givenAPublished(raised())
                .whenPublishingA(new TicketAssigned("TCK-1", "CON-1", "TEC-2", null, null, TEN))
                .expectNoDispatchedCommands();
    }

    @Test
    void asks_when_the_terms_change() {
        saga.givenAPublished(raised())
                .andThenAPublished(new SlaPromised(
                        "TCK-1", 1, Priority.HIGH, promise(), PromiseCause.PRIORITY_CHANGED, "ACC-1", TEN))
                .whenTimeElapses(Duration.ZERO)
                .expectDispatchedCommands(new CheckSla("TCK-1"));
    }

    @Test
    void hears_on_while_a_ticket_cannot_look() {
        saga.setCallbackBehavior((command, metaData) -> {
            throw new IllegalStateException("damaged");
        });
        saga.givenAPublished(raised())
                .whenPublishingA(new TicketReopened("TCK-1", 2, "ACC-1", "CON-1", "Again", "TEC-1", TEN))
                .expectSuccessfulHandlerExecution()
                .expectNoDispatchedCommands()
                .expectScheduledDeadline(Duration.ZERO, new SlaEscalationSaga.CheckDue("TCK-1"));
    }

    @Test
    void leaves_the_past_of_another_help_desk_alone() {
        saga.givenAPublished(raised())
                .whenPublishingA(new HistoryLineImported("TCK-1", "ServiceNow", "INC1", 1, TEN))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines()
                .expectNoDispatchedCommands();
    }

    @Test
    void does_not_begin_where_nothing_is_promised() {
        saga.givenNoPriorActivity().whenPublishingA(raised(null)).expectActiveSagas(0);
    }

    private static TicketRaised raised() {
        return raised(promise());
    }

    private static TicketRaised raised(SlaPromise promise) {
        return new TicketRaised(
                "TCK-1",
                "TKT1",
                "CUS-1",
                "CON-1",
                null,
                "ACC-1",
                "Printer dead",
                "It smells of smoke.",
                TicketType.ISSUE,
                "Hardware",
                null,
                Priority.URGENT,
                Priority.URGENT,
                Channel.PHONE,
                null,
                null,
                "en",
                null,
                promise,
                TEN);
    }

    private static SlaPromise promise() {
        return new SlaPromise("SLA-1", 1, List.of(), TEN.plus(Duration.ofMinutes(30)), null, null);
    }

    private static final class Book implements SlaBook {

        @Override
        public SlaPolicy policy(String policyId, int version) {
            assertThat(policyId).isEqualTo("SLA-1");
            return new SlaPolicy(
                    "SLA-1",
                    1,
                    "Fast",
                    new SlaScope(null, null, null, null, null),
                    List.of(new SlaTarget(SlaClock.RESPONSE, Priority.URGENT, 30, TargetUnit.MINUTES, null, null)),
                    List.of(new ClockPauses(SlaClock.RESPONSE, Set.of())),
                    ReopenRule.NEW_CYCLE,
                    List.of(new EscalationStep(
                            SlaClock.RESPONSE, 80, EscalationAction.NOTIFY, List.of(EscalationRecipient.SUPERVISOR))),
                    List.of(),
                    null,
                    null,
                    true);
        }

        @Override
        public WorkCalendar calendar(String calendarId, int version) {
            throw new AssertionError("Minutes on the wall need no calendar.");
        }
    }
}
