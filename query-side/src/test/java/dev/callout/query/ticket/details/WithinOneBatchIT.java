package dev.callout.query.ticket.details;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketUnlinked;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows that come, go and come again before anything was written. */
@QueryTest
class WithinOneBatchIT {

    private @Autowired Story story;
    private @Autowired Api api;

    private final String ticketId = Tickets.newId();
    private final String other = Tickets.newId();

    @Test
    void what_was_added_and_removed_is_gone_and_what_was_added_again_is_there() {
        story.tell(
                raised(ticketId),
                raised(other),
                new TicketWatched(ticketId, "ACC-once"),
                new TicketUnwatched(ticketId, "ACC-once"),
                new TicketWatched(ticketId, "ACC-twice"),
                new TicketUnwatched(ticketId, "ACC-twice"),
                new TicketWatched(ticketId, "ACC-twice"),
                new TicketLinked(ticketId, other, LinkKind.RELATED),
                new TicketUnlinked(ticketId, other, LinkKind.RELATED));
        assertThat(api.get(DISPATCHER, "/service-desk/tickets/" + ticketId))
                .bodyJson()
                .isLenientlyEqualTo("{\"watchers\":[{\"id\":\"ACC-twice\"}],\"links\":[]}");
    }

    @Test
    void a_round_of_work_that_was_taken_back_can_begin_again() {
        var closed = new TicketClosedAdministratively(ticketId, "CON-jo", "old", true, at("10:00"));
        var before = WorkState.after(WorkState.after(null, raised(ticketId)), closed);
        story.tell(
                raised(ticketId),
                closed,
                reopened("by mistake", "11:00"),
                new BulkChangeUndone(ticketId, "BLK-1", "BLK-2", before, at("11:30")),
                reopened("for good", "12:00"));
        assertThat(api.get(DISPATCHER, "/service-desk/tickets/" + ticketId))
                .bodyJson()
                .isLenientlyEqualTo("{\"cycles\":[{\"cycle\":1},{\"cycle\":2,\"reason\":\"for good\"}]}");
    }

    private TicketReopened reopened(String reason, String time) {
        return new TicketReopened(ticketId, 2, "ACC-jo", "CON-jo", reason, null, at(time));
    }
}
