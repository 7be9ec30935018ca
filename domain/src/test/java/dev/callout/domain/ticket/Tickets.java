package dev.callout.domain.ticket;

import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketLimits;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;

/** The example of all ticket tests: Acme's printer fails at nine, technician TEC-1 looks after it, and now it is noon. */
final class Tickets {

    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final Clock NOON = Clock.fixed(NOW, ZoneOffset.UTC);
    static final TicketPolicy POLICY =
            new TicketPolicy(Duration.ofDays(14), Duration.ofMinutes(5), TicketLimits.DEFAULT);

    private Tickets() {}

    static FixtureConfiguration<Ticket> fixture() {
        return fixture(NOW);
    }

    static FixtureConfiguration<Ticket> fixture(Instant now) {
        return fixture(now, Sla.NOTHING_PROMISED);
    }

    static FixtureConfiguration<Ticket> fixture(Instant now, Sla sla) {
        return new AggregateTestFixture<>(Ticket.class)
                .registerInjectableResources(
                        Clock.fixed(now, ZoneOffset.UTC), POLICY, noOtherTickets(), sla, noEvents());
    }

    private static TicketEvents noEvents() {
        return ticketId -> {
            throw new AssertionError("This ticket needs nobody's texts.");
        };
    }

    private static Repository<?> noOtherTickets() {
        return (Repository<?>) Proxy.newProxyInstance(
                Tickets.class.getClassLoader(), new Class<?>[] {Repository.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("This ticket has nothing to do with another one.");
                });
    }

    static Matcher<Refusal> refusal(RefusalCode code) {
        return new FeatureMatcher<>(Matchers.is(code), "a refusal with code", "code") {
            @Override
            protected RefusalCode featureValueOf(Refusal refusal) {
                return refusal.code();
            }
        };
    }

    static Instant at(int minutesAfterNine) {
        return NINE.plus(Duration.ofMinutes(minutesAfterNine));
    }

    // --- how a ticket comes to stand where it stands

    static List<TicketEvent> in(TicketStatus status) {
        return switch (status) {
            case CREATED -> List.of(raised());
            case ASSIGNED -> and(in(TicketStatus.CREATED), assigned("TEC-1", null));
            case IN_PROGRESS -> and(accepted(), new WorkStarted("TCK-1", "TEC-1", at(20)));
            case PENDING_CUSTOMER -> paused(WaitingFor.CUSTOMER, null);
            case PENDING_PARTS -> paused(WaitingFor.PARTS, null);
            case RESOLVED -> and(in(TicketStatus.IN_PROGRESS), resolved());
            case CLOSED ->
                and(
                        in(TicketStatus.RESOLVED),
                        new ResolutionConfirmed("TCK-1", "ACC-cara", "CON-1", "Works again", at(70)));
            case REOPENED ->
                and(
                        in(TicketStatus.CLOSED),
                        new TicketReopened("TCK-1", 2, "ACC-cara", "CON-1", "Dead again", "TEC-1", at(80)));
            case CANCELLED ->
                and(
                        in(TicketStatus.CREATED),
                        new TicketCancelled("TCK-1", "CON-1", CancelReason.INVALID, "Not ours", at(10)),
                        new TicketArchived("TCK-1", at(10)));
        };
    }

    static List<TicketEvent> accepted() {
        return and(in(TicketStatus.ASSIGNED), new TicketAccepted("TCK-1", "TEC-1", at(15)));
    }

    static List<TicketEvent> assignedToTeam() {
        return and(in(TicketStatus.CREATED), assigned(null, "TEA-1"));
    }

    static List<TicketEvent> paused(WaitingFor waitingFor, Instant resumeAt) {
        return and(
                in(TicketStatus.IN_PROGRESS),
                new WorkPaused("TCK-1", waitingFor, "CON-1", "Which model?", resumeAt, at(30)));
    }

    static List<TicketEvent> merged() {
        return and(
                in(TicketStatus.CREATED),
                new TicketMerged(
                        "TCK-1",
                        "CON-1",
                        "TCK-2",
                        "TKT100002",
                        false,
                        "The same fault",
                        work(in(TicketStatus.CREATED)),
                        at(10)));
    }

    static List<TicketEvent> and(List<TicketEvent> before, TicketEvent... then) {
        var events = new ArrayList<>(before);
        events.addAll(List.of(then));
        return events;
    }

    static WorkState work(List<? extends TicketEvent> events) {
        WorkState work = null;
        for (var event : events) {
            work = WorkState.after(work, event);
        }
        return work;
    }

    static TicketAssigned assigned(String technicianId, String teamId) {
        return new TicketAssigned("TCK-1", "CON-1", technicianId, teamId, null, at(10));
    }

    static TicketResolved resolved() {
        return new TicketResolved("TCK-1", "TEC-1", "CON-1", "Fuser replaced", true, at(60));
    }

    static TicketRaised raised() {
        return raised("TCK-1", "TKT100001", "CUS-1", NINE);
    }

    static TicketRaised raised(String ticketId, String number, String customerId, Instant occurredAt) {
        return new TicketRaised(
                ticketId,
                number,
                customerId,
                "CON-1",
                "SIT-1",
                "ACC-cara",
                "Printer dead",
                "It smells of smoke.",
                TicketType.ISSUE,
                "Hardware",
                "Printer",
                Priority.URGENT,
                Priority.HIGH,
                Channel.WEB_PORTAL,
                "LaserJet 9",
                "SN-77",
                "en",
                null,
                null,
                occurredAt);
    }

    static RaiseTicket raise(String ticketId, String number, String customerId, Instant occurredAt) {
        return new RaiseTicket(
                ticketId,
                number,
                customerId,
                "CON-1",
                "SIT-1",
                "ACC-cara",
                "Printer dead",
                "It smells of smoke.",
                TicketType.ISSUE,
                "Hardware",
                "Printer",
                Priority.URGENT,
                Priority.HIGH,
                Channel.WEB_PORTAL,
                "LaserJet 9",
                "SN-77",
                "en",
                null,
                occurredAt);
    }
}
