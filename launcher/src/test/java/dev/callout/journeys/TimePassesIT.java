package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.callout.RunningCallout;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to tickets because time passes: T-18, ST-06, ST-07 and pauses with an end. */
@ExtendWith(RunningCallout.class)
class TimePassesIT {

    private final Desk desk;
    private final SchedulerClient scheduler;
    private final StoredBefore history;

    TimePassesIT(RunningCallout callout) {
        history = new StoredBefore(callout);
        desk = new Desk(callout);
        scheduler = Inside.of(callout).getBean(SchedulerClient.class);
    }

    private static String ago(Duration duration) {
        return Instant.now().minus(duration).toString();
    }

    /** The jobs look around at their own pace; here they look now, until they have done it. */
    private void becomes(String ticket, String job, String field, String value) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    scheduler.reschedule(TaskInstanceId.of(job, "recurring"), Instant.now());
                    assertThat(desk.manager
                                    .get(TICKETS + "/" + ticket)
                                    .expect(200)
                                    .text(field))
                            .isEqualTo(value);
                });
    }

    @Test
    void paused_work_goes_on_at_its_date() {
        var ticket = desk.inProgress();
        var until = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        var pause = Map.of("waitingFor", "CUSTOMER", "reason", "On holiday", "resumeAt", until.toString());
        desk.step(desk.technician, ticket, "pend", pause);
        becomes(ticket, "resume-paused-work", "status", "IN_PROGRESS");
        var resumed = Instant.parse(
                desk.manager.get(TICKETS + "/" + ticket).expect(200).text("lastActivityAt"));
        assertThat(resumed).as("whenever the job got to it").isEqualTo(until);
    }

    @Test
    void a_resolution_nobody_objects_to_is_taken_as_confirmed() {
        var early = desk.resolved();
        var late = desk.inProgressReported(Duration.ofDays(9));
        desk.step(
                desk.technician, late, "resolve", Map.of("workDone", "Cleaned", "occurredAt", ago(Duration.ofDays(8))));
        var ticket = desk.inProgress();
        var longAgo = Instant.now().minus(Duration.ofDays(8));
        history.append(
                ticket,
                "dev.callout.api.ticket.TicketResolved",
                "1",
                "{\"ticketId\":\"%s\",\"technicianId\":\"%s\",\"firstResponse\":true,\"occurredAt\":\"%s\"}"
                        .formatted(ticket, Desk.accountOf(desk.technician), longAgo),
                longAgo);
        becomes(ticket, "close-unconfirmed-tickets", "status", "CLOSED");
        assertThat(desk.manager.get(TICKETS + "/" + ticket).expect(200).text("closure"))
                .isEqualTo("UNANSWERED");
        assertThat(desk.manager.get(TICKETS + "/" + early).expect(200).text("status"))
                .as("this customer still has time to object")
                .isEqualTo("RESOLVED");
        assertThat(desk.manager.get(TICKETS + "/" + late).expect(200).text("status"))
                .as("and this one, who heard of it just now")
                .isEqualTo("RESOLVED");
    }

    @Test
    void a_closed_ticket_leaves_the_daily_lists() {
        var recent = desk.closed();
        var ticket = desk.inProgressReported(Duration.ofDays(92));
        var longAgo = Map.of("reason", "Done", "occurredAt", ago(Duration.ofDays(91)));
        desk.step(desk.admin, ticket, "close", longAgo);
        becomes(ticket, "archive-closed-tickets", "archived", "true");
        assertThat(desk.manager.get(TICKETS + "/" + recent).expect(200).flag("archived"))
                .isFalse();
    }
}
