package dev.callout.query.ticket.board;

import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.assignment.TeamFormed;
import dev.callout.api.assignment.TeamMemberAdded;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class MyTicketsIT {

    private @Autowired Story story;
    private @Autowired Api api;

    private final String ana = "ACC-" + UUID.randomUUID();
    private final String team = "TEA-" + UUID.randomUUID();

    @Test
    void each_ticket_is_where_its_technician_looks_for_it() {
        story.tell(new TeamFormed(team, "Network Team"), new TeamMemberAdded(team, ana));
        var fresh = ticket(id -> assigned(id, ana, null));
        var accepted = ticket(id -> assigned(id, ana, team), this::accepted);
        var started = ticket(id -> assigned(id, ana, null), this::accepted, this::started);
        var forCustomer = ticket(id -> assigned(id, ana, null), this::started, id -> paused(id, WaitingFor.CUSTOMER));
        var forParts = ticket(id -> assigned(id, ana, null), this::started, id -> paused(id, WaitingFor.PARTS));
        var resolved = ticket(id -> assigned(id, ana, null), this::resolved);
        var ofTeam = ticket(id -> assigned(id, null, team));
        ticket(id -> assigned(id, ana, null), this::resolved, this::confirmed);
        ticket(id -> assigned(id, "ACC-other", team));
        assertBucket("newAssignments", fresh);
        assertBucket("inProgress", accepted, started);
        assertBucket("pendingCustomer", forCustomer);
        assertBucket("pendingParts", forParts);
        assertBucket("resolved", resolved);
        assertBucket("teamUnaccepted", ofTeam);
    }

    private void assertBucket(String bucket, Object... tickets) {
        assertThat(api.get(new Actor(ana, Role.TECHNICIAN, null, null, "api"), "/service-desk/tickets/mine"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$." + bucket + "[*].ticketId")
                .asArray()
                .containsExactlyInAnyOrder(tickets);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private final String ticket(Function<String, TicketEvent>... steps) {
        var ticketId = Tickets.newId();
        var events = new ArrayList<Object>();
        events.add(raised(ticketId));
        Arrays.stream(steps).map(step -> step.apply(ticketId)).forEach(events::add);
        story.tell(events.toArray());
        return ticketId;
    }

    private TicketEvent accepted(String ticketId) {
        return new TicketAccepted(ticketId, ana, at("09:15"));
    }

    private TicketEvent started(String ticketId) {
        return new WorkStarted(ticketId, ana, at("09:20"));
    }

    private TicketEvent paused(String ticketId, WaitingFor waitingFor) {
        return new WorkPaused(ticketId, waitingFor, "CON-jo", "needs time", null, at("09:30"));
    }

    private TicketEvent resolved(String ticketId) {
        return new TicketResolved(ticketId, ana, "CON-jo", "New fuser", false, at("10:00"));
    }

    private TicketEvent confirmed(String ticketId) {
        return new ResolutionConfirmed(ticketId, "ACC-jo", "CON-jo", null, at("11:00"));
    }
}
