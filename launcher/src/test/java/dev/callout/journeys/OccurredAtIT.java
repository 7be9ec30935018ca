package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When something happened, if not now: never in the future, and long ago only from those who work offline. */
@ExtendWith(RunningCallout.class)
class OccurredAtIT {

    private static final Duration SINCE_NEW_YEAR =
            Duration.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.now());

    private final Desk desk;
    private final Stored stored;
    private final JdbcClient database;

    OccurredAtIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
        database = Inside.database(callout);
    }

    private static Map<String, Object> said(Instant when) {
        return Map.of("body", "Hello", "occurredAt", when.toString());
    }

    @Test
    void is_shown_beside_the_time_of_recording() {
        var ticket = desk.inProgressReported(SINCE_NEW_YEAR);
        var yesterday = Instant.parse("2026-01-05T10:15:30Z");
        var late = desk.step(
                desk.technician, ticket, "resolve", Map.of("workDone", "x", "occurredAt", yesterday.toString()));
        assertThat(desk.read(desk.manager, ticket, late).text("resolvedAt")).isEqualTo("2026-01-05T10:15:30Z");
        var history = desk.manager
                .after(late)
                .get(TICKETS + "/" + ticket + "/history")
                .expect(200);
        var line = "items." + history.each("items", "event").indexOf("TicketResolved");
        assertThat(history.text(line + ".occurredAt")).isEqualTo("2026-01-05T10:15:30Z");
        assertThat(Instant.parse(history.text(line + ".recordedAt")))
                .isAfter(Instant.now().minus(Duration.ofMinutes(5)));
    }

    @Test
    void may_not_lie_in_the_future() {
        var ticket = desk.created();
        var comments = TICKETS + "/" + ticket + "/comments";
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        stored.nothingBy(() -> desk.acmeUser.post(comments, said(tomorrow))).expect(400, "VALIDATION_FAILED");
        stored.nothingBy(() -> desk.technician.post(comments, said(tomorrow))).expect(400, "VALIDATION_FAILED");
        desk.acmeUser.post(comments, said(Instant.now().plusSeconds(60))).expect(201); // clocks differ
    }

    @Test
    void may_lie_far_back_only_for_those_who_work_offline() {
        var ticket = desk.inProgressReported(SINCE_NEW_YEAR);
        var comments = TICKETS + "/" + ticket + "/comments";
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        stored.nothingBy(() -> desk.dispatcher.post(comments, said(yesterday))).expect(400, "VALIDATION_FAILED");
        stored.nothingBy(() -> desk.acmeUser.post(comments, said(yesterday))).expect(400, "VALIDATION_FAILED");
        desk.technician.post(comments, said(yesterday)).expect(201);
    }

    @Test
    void does_not_lie_before_the_ticket_was_raised_or_years_ago() {
        var comments = TICKETS + "/" + desk.created() + "/comments";
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        stored.nothingBy(() -> desk.technician.post(comments, said(yesterday))).expect(422, "OCCURRED_TOO_EARLY");
        var longAgo = Desk.problem("customerId", Desk.customerOf(desk.acmeUser));
        longAgo.put("occurredAt", "1999-12-31T00:00:00Z");
        stored.nothingBy(() -> desk.technician.post(TICKETS, longAgo)).expect(400, "VALIDATION_FAILED");
    }

    /** A clock that is a little slow does not stand in anybody's way. */
    @Test
    void is_the_time_of_the_ticket_if_it_is_a_moment_before() {
        var ticket = desk.created();
        var aMomentAgo = Map.of("occurredAt", Instant.now().minusSeconds(60).toString());
        desk.tryStep(desk.dispatcher, ticket, "visit", aMomentAgo).expect(204);
    }

    @Test
    void is_kept_with_the_device_that_reported_it_and_its_clock() {
        var ticket = desk.inProgress();
        var phone = desk.technician
                .with("Callout-Device", "phone-7.b")
                .with("Callout-Device-Time", Instant.now().plusSeconds(90).toString());
        desk.tryStep(phone, ticket, "notes", Map.of("body", "Offline until now"))
                .expect(201);
        var metaData = database.sql("SELECT convert_from(meta_data, 'UTF8') FROM domain_event_entry"
                        + " WHERE aggregate_identifier = ? ORDER BY sequence_number DESC LIMIT 1")
                .param(ticket)
                .query(String.class)
                .single();
        assertThat(metaData)
                .contains("\"device\":\"phone-7.b\"")
                .containsPattern("\"clockSkewMillis\":(89|90)\\d{3}\\b");
        stored.nothingBy(() -> desk.tryStep(
                        desk.technician.with("Callout-Device", "a phone"), ticket, "notes", Map.of("body", "x")))
                .expect(400, "BAD_REQUEST");
        stored.nothingBy(() -> desk.tryStep(
                        desk.technician.with("Callout-Device-Time", "noon"), ticket, "notes", Map.of("body", "x")))
                .expect(400, "BAD_REQUEST");
    }

    @Test
    void has_an_offset() {
        var ticket = desk.inProgressReported(SINCE_NEW_YEAR);
        var comments = TICKETS + "/" + ticket + "/comments";
        for (var unclear : new Object[] {"2026-01-05T10:15:30", "yesterday", 1767608130, "2026-01-05"}) {
            stored.nothingBy(() -> desk.technician.post(comments, Map.of("body", "x", "occurredAt", unclear)))
                    .expect(400, "VALIDATION_FAILED");
        }
        desk.technician
                .post(comments, Map.of("body", "x", "occurredAt", "2026-01-05T10:15:30+02:00"))
                .expect(201);
    }
}
