package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Stored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever may not do a thing learns nothing from trying it: not whether a person, team or ticket that it names exists. */
@ExtendWith(RunningCallout.class)
class LooksBeforeRightsIT {

    private static final String BULK = Desk.TICKETS + "/bulk";

    private final Desk desk;
    private final Stored stored;

    LooksBeforeRightsIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    private void alike(Caller somebody, String path, Map<String, ?> known, Map<String, ?> unknown) {
        var one = refused(somebody, path, known);
        var other = refused(somebody, path, unknown);
        assertThat(other.problem()).as(path).isEqualTo(one.problem());
    }

    private Answer refused(Caller somebody, String path, Map<String, ?> body) {
        return stored.nothingBy(() -> somebody.post(path, body)).expect(403, "NOT_ALLOWED");
    }

    @Test
    void a_customer_learns_nothing_of_people_and_teams() {
        var ticket = desk.created();
        var own = Desk.TICKETS + "/" + ticket;
        var technician = Desk.accountOf(desk.technician);
        var tickets = List.of(Map.of("id", ticket));
        alike(
                desk.acmeUser,
                BULK,
                Map.of("operation", "ASSIGN", "technicianId", technician, "tickets", tickets),
                Map.of("operation", "ASSIGN", "technicianId", "ACC-nobody", "tickets", tickets));
        alike(
                desk.acmeUser,
                BULK,
                Map.of("operation", "ASSIGN", "teamId", "TEA-none", "tickets", tickets),
                Map.of("operation", "ASSIGN", "technicianId", technician, "tickets", tickets));
        alike(desk.acmeUser, own + "/assign", Map.of("technicianId", technician), Map.of("technicianId", "ACC-nobody"));
        alike(
                desk.acmeUser,
                own + "/escalate",
                Map.of("toAccountId", technician, "reason", "x"),
                Map.of("toAccountId", "ACC-nobody", "reason", "x"));
        alike(
                desk.acmeUser,
                "/api/v1/teams/TEA-none/members",
                Map.of("accountId", technician),
                Map.of("accountId", "ACC-nobody"));
    }

    @Test
    void a_customer_learns_nothing_of_other_tickets() {
        var own = Desk.TICKETS + "/" + desk.created();
        var another = desk.created();
        alike(
                desk.acmeUser,
                own + "/merge",
                Map.of("into", another, "reason", "x"),
                Map.of("into", "TCK-none", "reason", "x"));
        alike(
                desk.acmeUser,
                own + "/links",
                Map.of("otherTicketId", another, "kind", "RELATED"),
                Map.of("otherTicketId", "TCK-none", "kind", "RELATED"));
    }
}
