package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.CHANGED_SINCE;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NINE;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.raise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.ChangeStatusInBulk;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.UndoBulkChange;
import dev.callout.api.ticket.UnwatchTicket;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WatchTicket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** N-12: what a bulk operation did is taken back exactly, unless somebody touched the ticket since. */
class UndoBulkChangeTest {

    private final Desk desk = new Desk(NINE).send(raise("TCK-1", "TKT100001", "CUS-1", null));
    private final UndoBulkChange undo = new UndoBulkChange("TCK-1", "BLK-1", "BLK-2");

    @Test
    void restores_status_people_timers_and_all() {
        desk.send(
                        new AssignTicket("TCK-1", "TEC-1", "TEA-1", null, null),
                        new AcceptTicket("TCK-1", "TEC-1", List.of(), null),
                        new StartWork("TCK-1", "TEC-1", null),
                        new PauseWork("TCK-1", "TEC-1", WaitingFor.PARTS, "A new fuser", at(600), null))
                .itIs(NOW);
        var before = desk.work("TCK-1");
        desk.send(inBulk(CLOSED), undo);
        assertThat(desk.last("TCK-1", BulkChangeUndone.class))
                .isEqualTo(new BulkChangeUndone("TCK-1", "BLK-1", "BLK-2", before, NOW));
        assertThat(desk.work("TCK-1")).isEqualTo(before);
    }

    @Test
    void brings_a_cancelled_and_archived_ticket_back() {
        var before = desk.work("TCK-1");
        desk.send(inBulk(CANCELLED), undo);
        assertThat(desk.work("TCK-1")).isEqualTo(before);
    }

    @Test
    void takes_an_answer_back_that_was_none() {
        desk.send(
                new AssignTicket("TCK-1", "TEC-1", null, null, null),
                new AcceptTicket("TCK-1", "TEC-1", List.of(), null),
                new StartWork("TCK-1", "TEC-1", null),
                inBulk(RESOLVED));
        assertThat(desk.work("TCK-1").respondedAt()).isNotNull();
        desk.itIs(NOW).send(undo, new ResolveTicket("TCK-1", "TEC-1", "Now it works", null));
        assertThat(desk.last("TCK-1", TicketResolved.class).firstResponse()).isTrue();
    }

    @Test
    void is_refused_when_somebody_touched_the_ticket_since_and_says_how() {
        desk.send(inBulk(CLOSED), new AddNote("TCK-1", "NOT-1", "TEC-1", "Wait", null, null));
        assertThatThrownBy(() -> desk.send(undo))
                .isInstanceOf(CommandRefused.class)
                .extracting(refused -> ((CommandRefused) refused).refusal())
                .isEqualTo(new Refusal(
                        CHANGED_SINCE, "Ticket TKT100001 was changed since (changes: 1, the last one: NoteAdded)."));
        assertThat(desk.work("TCK-1").status()).isEqualTo(CLOSED);
    }

    @Test
    void is_refused_when_another_operation_came_since() {
        desk.send(
                inBulk(CLOSED), new ChangeStatusInBulk("TCK-1", "BLK-3", REOPENED, "ACC-max", null, STAFF, "Mistake"));
        assertThat(desk.refusal(undo)).contains(CHANGED_SINCE);
        assertThat(desk.refusal(new UndoBulkChange("TCK-1", "BLK-3", "BLK-4"))).isEmpty();
    }

    @Test
    void is_refused_for_an_operation_that_never_was() {
        assertThat(desk.refusal(undo)).contains(CHANGED_SINCE);
    }

    @Test
    void is_possible_though_somebody_began_or_ended_watching_it() {
        desk.send(
                inBulk(CLOSED),
                new WatchTicket("TCK-1", "ACC-max"),
                new WatchTicket("TCK-1", "ACC-eva"),
                new UnwatchTicket("TCK-1", "ACC-max"));
        assertThat(desk.refusal(undo)).isEmpty();
    }

    @Test
    void happens_once() {
        desk.send(inBulk(CLOSED), undo);
        assertThat(desk.refusal(undo)).contains(CHANGED_SINCE);
    }

    private static ChangeStatusInBulk inBulk(TicketStatus status) {
        return new ChangeStatusInBulk(
                "TCK-1",
                "BLK-1",
                status,
                "ACC-max",
                status == RESOLVED ? "TEC-1" : null,
                STAFF,
                "The campaign is over");
    }
}
