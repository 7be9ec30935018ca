package dev.callout.query.ticket.board;

import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.DueKind;
import dev.callout.api.ticket.DueTickets.DueTicket;
import dev.callout.api.ticket.ListTicketsDue;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class TicketsDueIT {

    /** So long ago that no other test's tickets are due then. */
    private static final Instant DUE = Instant.parse("2001-02-03T04:05:06Z");

    private static final Instant LONG_AGO = DUE.minus(Duration.ofDays(30));

    private static final Instant LATER = DUE.plus(Duration.ofMinutes(1));

    private @Autowired Story story;
    private @Autowired TicketsDueQueries due;

    private final String first = Tickets.newId();
    private final String second = Tickets.newId();

    @Test
    void paused_work_is_due_on_its_date_and_not_before_and_not_when_it_went_on() {
        story.tell(raised(first), pausedUntil(first, DUE), raised(second), pausedUntil(second, LATER));
        assertThat(due(DueKind.RESUME, DUE.minusMillis(1))).isEmpty();
        assertThat(due(DueKind.RESUME, DUE)).isEqualTo(first + " " + DUE);
        assertThat(due(DueKind.RESUME, LATER)).isEqualTo(first + " " + DUE + ", " + second + " " + LATER);
        story.tell(
                new WorkResumed(first, dev.callout.api.ticket.ResumeCause.TECHNICIAN, DUE), pausedUntil(second, null));
        assertThat(due(DueKind.RESUME, LATER)).isEmpty();
    }

    @Test
    void a_solution_that_nobody_confirmed_is_due_until_the_ticket_is_closed() {
        story.tell(raised(first), assigned(first, "ACC-ana", null));
        story.tellAt(DUE, new TicketResolved(first, "ACC-ana", "CON-jo", "New fuser", false, LONG_AGO));
        assertThat(due(DueKind.UNCONFIRMED, DUE.minusMillis(1))).isEmpty();
        assertThat(due(DueKind.UNCONFIRMED, DUE)).isEqualTo(first + " " + DUE);
        story.tell(new TicketClosedAdministratively(first, "CON-jo", "done", false, Story.at("12:00")));
        assertThat(due(DueKind.UNCONFIRMED, DUE)).isEmpty();
    }

    @Test
    void a_solution_is_due_from_when_it_was_recorded_the_last_time() {
        story.tell(raised(first), assigned(first, "ACC-ana", null));
        story.tellAt(
                DUE.minusSeconds(60),
                new TicketResolved(first, "ACC-ana", "CON-jo", "New fuser", false, LONG_AGO),
                new TicketReopened(first, 2, "ACC-jo", "CON-jo", "No", "ACC-ana", LONG_AGO));
        assertThat(due(DueKind.UNCONFIRMED, DUE)).isEmpty();
        story.tellAt(DUE, new TicketResolved(first, "ACC-ana", "CON-jo", "New board", false, LONG_AGO));
        assertThat(due(DueKind.UNCONFIRMED, DUE)).isEqualTo(first + " " + DUE);
        story.tell(new TicketClosedAdministratively(first, "CON-jo", "done", false, Story.at("12:00")));
    }

    @Test
    void a_closed_ticket_is_due_until_it_is_in_the_archive() {
        story.tell(raised(first), new TicketClosedAdministratively(first, "CON-jo", "old", true, DUE));
        assertThat(due(DueKind.ARCHIVE, DUE)).isEqualTo(first + " " + DUE);
        story.tell(new TicketArchived(first, DUE));
        assertThat(due(DueKind.ARCHIVE, DUE)).isEmpty();
    }

    @Test
    void answers_no_more_than_asked_for_and_the_longest_overdue_first() {
        story.tell(raised(second), pausedUntil(second, LATER), raised(first), pausedUntil(first, DUE));
        var one = due.handle(new ListTicketsDue(DueKind.RESUME, LATER, 1)).items();
        assertThat(one).containsExactly(new DueTicket(first, DUE));
        story.tell(pausedUntil(first, null), pausedUntil(second, null));
    }

    private static WorkPaused pausedUntil(String ticketId, Instant resumeAt) {
        return new WorkPaused(ticketId, WaitingFor.PARTS, "CON-jo", "fuser ordered", resumeAt, DUE);
    }

    private String due(DueKind kind, Instant before) {
        return due.handle(new ListTicketsDue(kind, before, 10)).items().stream()
                .map(ticket -> ticket.ticketId() + " " + ticket.dueAt())
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
