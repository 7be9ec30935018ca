package dev.callout.query.ticket;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class ImportedStateIT {

    private @Autowired Story story;
    private @Autowired Api api;

    private final String ticketId = Tickets.newId();

    @Test
    void shows_what_another_help_desk_said_with_that_desks_times() {
        var draft = WorkState.after(null, raised(ticketId)).draft();
        draft.status = TicketStatus.CLOSED;
        draft.technicianId = "ACC-ana";
        draft.resolvedBy = "ACC-ana";
        draft.cycle = 2;
        draft.respondedAt = at("09:30");
        draft.resolvedAt = at("10:00");
        draft.closedAt = at("11:00");
        draft.closure = Closure.ADMINISTRATIVE;
        story.tell(
                raised(ticketId),
                new TicketStateImported(
                        ticketId,
                        "servicenow",
                        "INC001",
                        7,
                        "Closed",
                        "no step leads there",
                        "CON-jo",
                        "code 5",
                        draft.sealed(),
                        at("11:00")),
                new HistoryLineImported(ticketId, "servicenow", "INC001", 7, at("11:00")));
        var path = "/service-desk/tickets/" + ticketId;
        assertThat(api.get(DISPATCHER, path)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"status":"CLOSED","closure":"ADMINISTRATIVE","workDone":"code 5","reopenCount":1,"firstResponseAt":"2026-03-02T09:30:00Z",
                 "resolvedAt":"2026-03-02T10:00:00Z","closedAt":"2026-03-02T11:00:00Z",
                 "lastActivityAt":"2026-03-02T11:00:00Z","technician":{"id":"ACC-ana"},
                 "cycles":[{"cycle":1},{"cycle":2,"resolvedAt":"2026-03-02T10:00:00Z"}]}
                """);
        var history = api.get(DISPATCHER, path + "/history");
        assertThat(history)
                .bodyJson()
                .extractingPath("$.items[1].sentence")
                .asString()
                .contains("took over from servicenow that the ticket was closed (Closed): no step leads there");
        assertThat(history)
                .bodyJson()
                .extractingPath("$.items[*].occurredAt")
                .asArray()
                .containsExactly("2026-03-02T09:00:00Z", "2026-03-02T11:00:00Z", "2026-03-02T11:00:00Z");
    }
}
