package dev.callout.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Inside;
import dev.callout.journeys.StoredBefore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R32: while a newer version runs beside this one, its store holds events that this one has never heard of. */
@ExtendWith(RunningCallout.class)
class UnknownEventIT {

    private final RunningCallout callout;
    private final Desk desk;
    private final JdbcClient database;

    UnknownEventIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        database = Inside.database(callout);
    }

    @Test
    void events_of_a_newer_version_are_passed_over_and_everything_else_goes_on() {
        var ticket = desk.assigned();
        append(ticket, "dev.callout.api.ticket.TicketTeleported", "1", "{\"ticketId\":\"%s\",\"to\":\"Mars\"}");
        append(
                ticket,
                "dev.callout.api.ticket.TicketAccepted",
                "2",
                "{\"ticketId\":\"%s\",\"technicianId\":\"" + Desk.accountOf(desk.technician) + "\",\"occurredAt\":\""
                        + Instant.now() + "\",\"mood\":\"cheerful\"}");

        desk.step(desk.technician, ticket, "start", Map.of()); // the ticket knows that it was accepted
        var done = desk.step(desk.technician, ticket, "resolve", Map.of("workDone", "Beamed it down."));

        assertThat(desk.read(desk.dispatcher, ticket, done).text("status")).isEqualTo("RESOLVED");
        desk.read(desk.acmeUser, ticket, done);
        var history = desk.dispatcher.after(done).get(Desk.TICKETS + "/" + ticket + "/history");
        assertThat(history.expect(200).text()).contains("Beamed it down.").doesNotContain("Mars");
        assertThat(desk.admin.get("/api/v1/audit/events?aggregateId=" + ticket).status())
                .isLessThan(500);
        desk.dispatcher
                .get(Desk.TICKETS + "/" + ticket + "/attachments/ATT-none")
                .expect(404, "NOT_FOUND");
        assertThat(lettersOf(ticket)).isEmpty();
        assertThat(desk.admin.get("/api/v1/processors").expect(200).text()).doesNotContain("FAILING");
    }

    private void append(String ticket, String type, String revision, String payload) {
        new StoredBefore(callout).append(ticket, type, revision, payload.formatted(ticket), Instant.now());
    }

    private List<String> lettersOf(String ticket) {
        return database.sql(
                        "SELECT processing_group || ' ' || payload_type || ' ' || coalesce(cause_message, cause_type, '')"
                                + " FROM dead_letter_entry WHERE aggregate_identifier = ? ORDER BY sequence_index")
                .param(ticket)
                .query(String.class)
                .list();
    }
}
