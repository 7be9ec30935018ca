package dev.callout.domain.ticket;

import static dev.callout.domain.ticket.Desk.having;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.ChangePriorityInBulk;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.UndoBulkChange;
import java.time.Instant;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.junit.jupiter.api.Test;

/** Whoever names the version they saw is stopped by what somebody changed since, and by nothing else. */
class SeenVersionTest {

    private static final String ID = "TCK-1";
    private static final Instant TEN = Instant.parse("2026-11-19T10:00:00Z");

    private final Desk desk = new Desk(TEN, Sla.PREMIUM).send(Tickets.raise(ID, "TKT100001", "CUS-1", null));
    private final AssignTicket assign = new AssignTicket(ID, "TEC-1", null, null, null);

    private long version() {
        return desk.events(ID).size() - 1L;
    }

    @Test
    void what_the_product_noticed_of_the_promises_is_nobodys_change() {
        var seen = version();
        desk.itIs(TEN.plusSeconds(9 * 3600)).send(new CheckSla(ID));
        assertThat(desk.events(ID)).hasAtLeastOneElementOfType(SlaBreached.class);
        desk.send(having(seen, assign));
        assertThat(desk.work(ID).technicianId()).isEqualTo("TEC-1");
    }

    @Test
    void what_somebody_did_is_a_change() {
        var seen = version();
        desk.send(new AddNote(ID, "NOT-1", "TEC-1", "Wait", null, null));
        assertThatThrownBy(() -> desk.send(having(seen, assign)))
                .isInstanceOf(ConflictingAggregateVersionException.class);
        desk.send(having(version(), assign));
    }

    @Test
    void another_priority_is_a_change_and_the_terms_that_follow_from_it_are_none_of_their_own() {
        var seen = version();
        desk.send(new ChangePriority(ID, Priority.URGENT, "ACC-max", "All", null));
        assertThat(desk.events(ID)).hasAtLeastOneElementOfType(SlaPromised.class);
        assertThatThrownBy(() -> desk.send(having(seen, assign)))
                .isInstanceOf(ConflictingAggregateVersionException.class);
        desk.send(having(seen + 1, assign));
    }

    @Test
    void a_version_that_the_ticket_never_had_is_refused() {
        assertThatThrownBy(() -> desk.send(having(version() + 1, assign)))
                .isInstanceOf(ConflictingAggregateVersionException.class);
    }

    @Test
    void a_breach_since_does_not_stand_in_the_way_of_an_undo() {
        desk.send(new ChangePriorityInBulk(ID, "BLK-1", Priority.MEDIUM, "ACC-max", "Many"));
        desk.itIs(TEN.plusSeconds(9 * 3600)).send(new CheckSla(ID));
        assertThat(desk.events(ID)).hasAtLeastOneElementOfType(SlaBreached.class);
        desk.send(new UndoBulkChange(ID, "BLK-1", "BLK-2"));
        assertThat(desk.work(ID).priority()).isEqualTo(Priority.HIGH);
    }
}
