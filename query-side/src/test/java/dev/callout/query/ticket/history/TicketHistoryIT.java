package dev.callout.query.ticket.history;

import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.assignment.TeamFormed;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPromise;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.query.Api;
import dev.callout.query.Appends;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.Tickets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class TicketHistoryIT {

    private @Autowired Story story;
    private @Autowired Appends appends;
    private @Autowired Api api;

    private final String ticketId = Tickets.newId();
    private final String dana = "ACC-" + UUID.randomUUID();
    private final String ana = "ACC-" + UUID.randomUUID();
    private final String team = "TEA-" + UUID.randomUUID();

    @Test
    void tells_who_did_what_with_todays_names() {
        story.tell(
                new AccountOpened(dana, dana, "Dana Reed", Role.DISPATCHER, null, null, "en"),
                new AccountOpened(ana, ana, "Ana Costa", Role.TECHNICIAN, null, null, "en"),
                new TeamFormed(team, "Network Team"));
        story.tellAs(
                Map.of("actor", dana, "role", "DISPATCHER", "channel", "web"),
                raised(ticketId),
                new TicketAssigned(ticketId, "CON-jo", ana, team, "nearest technician", Story.at("09:10")));
        assertThat(api.get(Api.DISPATCHER, "/service-desk/tickets/" + ticketId + "/history"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"version":1,"items":[{"event":"TicketRaised","role":"DISPATCHER","channel":"web"},
                         {"sentence":"Dana Reed assigned the ticket to Ana Costa (Network Team): nearest technician.",
                          "occurredAt":"2026-03-02T09:10:00Z"}]}
                        """);
    }

    @Test
    void tells_of_promises_by_the_policys_name_and_the_wall_clock() {
        var terms = new Terms();
        terms.publish(appends);
        var due = Story.at("10:30").plusNanos(123_456_789);
        var promise = new SlaPromise(terms.policyId, 1, terms.calendars(), due, null, Story.at("14:00"));
        story.tell(
                raised(ticketId),
                new SlaPromised(
                        ticketId, 1, Priority.HIGH, promise, PromiseCause.RETARGETED, "ACC-dana", Story.at("10:00")),
                new SlaBreached(
                        ticketId, SlaClock.RESPONSE, 1, due, false, terms.policyId, 1, null, null, Story.at("10:31")));
        var history = api.get(Api.DISPATCHER, "/service-desk/tickets/" + ticketId + "/history");
        assertThat(Api.read(history, "$.items[1].sentence"))
                .endsWith("put the ticket under other terms: first response by Mon 2 Mar 2026, 11:30 CET, "
                        + "resolution by Mon 2 Mar 2026, 15:00 CET (" + Terms.POLICY_NAME + ", version 1).");
        assertThat(Api.read(history, "$.items[2].sentence"))
                .isEqualTo("Callout noticed that the promise of the first response was broken "
                        + "on Mon 2 Mar 2026, 11:30 CET (" + Terms.POLICY_NAME + ", version 1).");
    }

    @Test
    void leads_on_from_page_to_page() {
        story.tell(
                raised(ticketId),
                new TicketAssigned(ticketId, "CON-jo", ana, null, "first", Story.at("09:10")),
                new TicketAssigned(ticketId, "CON-jo", ana, team, "second", Story.at("09:20")));
        var path = "/service-desk/tickets/" + ticketId + "/history?pageSize=2";
        var first = api.get(Api.DISPATCHER, path + "&count=true");
        assertThat(first).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(3);
        assertThat(first)
                .bodyJson()
                .extractingPath("$.items[*].version")
                .asArray()
                .containsExactly(0, 1);
        var next = Api.read(first, "$.next");
        var second = api.get(Api.DISPATCHER, path + "&after=" + next);
        assertThat(second)
                .bodyJson()
                .extractingPath("$.items[*].version")
                .asArray()
                .containsExactly(2);
        assertThat(second).bodyJson().doesNotHavePath("$.next");
        assertThat(second).bodyJson().extractingPath("$.number").isEqualTo(Tickets.numberOf(ticketId));
        var other = Tickets.newId();
        story.tell(raised(other));
        assertThat(api.get(Api.DISPATCHER, "/service-desk/tickets/" + other + "/history?after=" + next))
                .hasStatus(400);
    }
}
