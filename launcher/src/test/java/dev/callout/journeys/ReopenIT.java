package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rule 4: a reopened ticket begins another round, and the first one stays as it was judged. */
@ExtendWith(RunningCallout.class)
class ReopenIT {

    private final Desk desk;
    private final StoredBefore history;

    ReopenIT(RunningCallout callout) {
        desk = new Desk(callout);
        history = new StoredBefore(callout);
    }

    @Test
    void begins_another_round_and_keeps_the_first() {
        var ticket = desk.inProgress();
        var first = desk.read(
                desk.manager,
                ticket,
                desk.step(desk.technician, ticket, "resolve", Map.of("workDone", "Cleaned the rollers.")));
        desk.step(desk.acmeUser, ticket, "reopen", Map.of("reason", "Silent again"));
        var ana = desk.nobody.as("ana.costa");
        desk.step(desk.dispatcher, ticket, "assign", Map.of("technicianId", Desk.accountOf(ana)));
        desk.step(ana, ticket, "accept", Map.of());
        desk.step(ana, ticket, "start", Map.of());
        var resolved = desk.step(ana, ticket, "resolve", Map.of("workDone", "New board"));
        var shown = desk.read(desk.manager, ticket, resolved);
        assertThat(shown.number("cycle")).isEqualTo(2);
        assertThat(shown.number("reopenCount")).isEqualTo(1);
        assertThat(shown.text("cycles.0.resolvedBy.name"))
                .as("the first round counts for who resolved it, not for who has it now")
                .isEqualTo("Theo Brandt");
        assertThat(shown.text("cycles.0.resolvedAt")).isEqualTo(first.text("cycles.0.resolvedAt"));
        assertThat(shown.text("cycles.0.workDone")).isEqualTo("Cleaned the rollers.");
        assertThat(shown.text("cycles.1.resolvedBy.name")).isEqualTo("Ana Costa");
        assertThat(shown.text("cycles.1.reason")).isEqualTo("Silent again");
        assertThat(shown.text("firstResponseAt")).isEqualTo(first.text("firstResponseAt"));
    }

    @Test
    void follows_from_the_customers_word_on_a_closed_ticket() {
        var ticket = desk.closed();
        var thanks = desk.tryStep(desk.acmeUser, ticket, "comments", Map.of("body", "Thank you!", "reopen", false));
        assertThat(desk.read(desk.manager, ticket, thanks.expect(201)).text("status"))
                .isEqualTo("CLOSED");
        var complaint = desk.tryStep(desk.acmeUser, ticket, "comments", Map.of("body", "Silent again"));
        assertThat(desk.read(desk.manager, ticket, complaint.expect(201)).text("status"))
                .isEqualTo("REOPENED");
    }

    @Test
    void is_possible_within_two_weeks_and_offers_a_follow_up_after() {
        var reported = desk.closedReported(Duration.ofDays(15));
        desk.step(desk.acmeUser, reported, "reopen", Map.of("reason", "I hear of it only now"));
        var ticket = desk.resolved();
        var longAgo = Instant.now().minus(Duration.ofDays(15));
        history.append(
                ticket,
                "dev.callout.api.ticket.TicketClosedAdministratively",
                "1",
                "{\"ticketId\":\"%s\",\"withoutResolution\":false,\"occurredAt\":\"%s\"}".formatted(ticket, longAgo),
                longAgo);
        desk.tryStep(desk.acmeUser, ticket, "reopen", Map.of("reason", "Silent again"))
                .expect(409, "REOPEN_WINDOW_PASSED");
        var key = UUID.randomUUID().toString();
        var comments = TICKETS + "/" + ticket + "/comments";
        var thanks = desk.acmeUser
                .postWithKey(key, comments, Map.of("body", "Thank you!"))
                .expect(201);
        assertThat(thanks.text("followUp")).isEqualTo(TICKETS + "/" + ticket + "/follow-ups");
        assertThat(desk.acmeUser
                        .postWithKey(key, comments, Map.of("body", "Thank you!"))
                        .expect(201)
                        .text())
                .isEqualTo(thanks.text());
        var still = desk.read(desk.manager, ticket, thanks);
        assertThat(still.text("status")).isEqualTo("CLOSED");
        assertThat(still.at("followUps")).as("thanks is none").isEmpty();

        var followUp = desk.acmeUser
                .post(thanks.text("followUp"), Map.of("description", "Silent again"))
                .expect(201);
        var shown = desk.read(desk.manager, followUp.id(), followUp);
        assertThat(shown.text("followUpOf.ticketId")).isEqualTo(ticket);
        assertThat(shown.text("description")).isEqualTo("Silent again");
        assertThat(shown.text("category")).isEqualTo("HARDWARE");
        assertThat(shown.text("customer.customerId")).isEqualTo(Desk.customerOf(desk.acmeUser));
        assertThat(desk.manager.get(TICKETS + "/" + ticket).expect(200).text("followUps.0.ticketId"))
                .isEqualTo(followUp.id());
        var second = desk.acmeUser.post(thanks.text("followUp"), Map.of("description", "Silent again"));
        assertThat(second.expect(409, "FOLLOW_UP_OPEN").text()).contains(followUp.text("number"));
        assertThat(desk.manager.get(TICKETS + "/" + ticket).expect(200).text("status"))
                .isEqualTo("CLOSED");
    }
}
