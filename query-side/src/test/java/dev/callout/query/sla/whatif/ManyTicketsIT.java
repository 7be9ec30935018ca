package dev.callout.query.sla.whatif;

import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.CountSlaCompliance;
import dev.callout.api.sla.FindSlaWhatIf;
import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.SlaCompliance;
import dev.callout.api.sla.SlaReportFilter;
import dev.callout.api.sla.SlaTrend;
import dev.callout.api.sla.SlaWhatIf;
import dev.callout.api.sla.SlaWhatIfBegun;
import dev.callout.api.sla.TrySlaWhatIf;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.platform.rights.Actors;
import dev.callout.query.Appends;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** A quarter of a large company is read and replayed page by page, every ticket once. */
@QueryTest
@DirtiesContext
class ManyTicketsIT {

    private static final int TICKETS = 20_000;
    private static final long SLOWEST_PER_SECOND = 300; // many times more on an idle machine
    private static final Actor MANAGER = new Actor("ACC-max", Role.MANAGER, null, null, "api");

    private @Autowired Story story;
    private @Autowired Appends appends;
    private @Autowired QueryGateway queries;
    private @Autowired JdbcClient db;

    private final Terms terms = new Terms();
    private final SlaReportFilter filter = new SlaReportFilter(
            Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"), "CUS-many", null, null, null);

    private <T> T ask(Object question, Class<T> answer) {
        return Actors.runAs(MANAGER, () -> queries.query(question, answer).join());
    }

    @Test
    void each_is_read_once() {
        var ticket = Tickets.newId();
        terms.publish(appends);
        story.tell(
                terms.raised(ticket, "CUS-many", Priority.URGENT, at("10:00")),
                comment(ticket, AuthorKind.STAFF, "Hello", true, "10:05"),
                new WorkStarted(ticket, "ACC-ana", at("10:10")),
                new WorkPaused(ticket, WaitingFor.PARTS, "CON-jo", "Fuser", null, at("11:00")),
                new WorkResumed(ticket, ResumeCause.TECHNICIAN, at("15:00")),
                new TicketResolved(ticket, "ACC-ana", "CON-jo", "Fixed", false, at("16:00")));
        db.sql("""
                INSERT INTO sla_tracking SELECT 'TCK-many-' || i, 'TKTmany' || i, customer_id, category,
                    raised_at + i % 1000 * interval '1 second', answered_by, arrived_by, resolvers, course, status,
                    technician_id, team_id, accepted, resume_at, priority, cycle, responded_at, resolved_by,
                    resolved_at, closure, closed_at, merged_into, archived, version
                FROM sla_tracking, generate_series(2, :tickets) AS i WHERE ticket_id = :ticket
                """).param("tickets", TICKETS).param("ticket", ticket).update();
        var compliance = ask(new CountSlaCompliance(filter, SlaTrend.MONTH, "UTC", null), SlaCompliance.class);
        assertThat(compliance.total().tickets()).isEqualTo(TICKETS);
        assertThat(compliance.total().allMet().missed()).isEqualTo(TICKETS);

        var draft = terms.draft(Set.of(PauseReason.PENDING_PARTS));
        var begun = ask(
                        new TrySlaWhatIf("WIF-many", "ACC-max", terms.policyId, draft, List.of(), filter),
                        SlaWhatIfBegun.class)
                .whatIf();
        var run = await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> ask(new FindSlaWhatIf(begun.id()), SlaWhatIf.class),
                        told -> told.state() != SlaWhatIf.State.RUNNING);
        assertThat(run.state()).isEqualTo(SlaWhatIf.State.DONE);
        assertThat(run.done()).isEqualTo(TICKETS);
        assertThat(run.flipped()).isEqualTo(TICKETS);
        assertThat(run.ticketsPerSecond()).isGreaterThan(SLOWEST_PER_SECOND);
        assertThat(db.sql("SELECT count(DISTINCT ticket_id) FROM sla_what_if_flip WHERE what_if_id = ?")
                        .param(begun.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(TICKETS);
    }
}
