package dev.callout.query.ticket.details;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.numberOf;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class MergesIT {

    private static final String TICKETS = "/service-desk/tickets/";

    private @Autowired Story story;
    private @Autowired Api api;

    private final String acme = "CUS-" + UUID.randomUUID();
    private final Actor boss = Api.customer(Role.CUSTOMER_ADMIN, acme, "CON-boss");
    private final String first = Tickets.newId();
    private final String second = Tickets.newId();
    private final String survivor = Tickets.newId();

    @Test
    void the_survivor_of_a_chain_is_the_ticket_where_the_work_goes_on() {
        story.tell(raised(first), raised(second), raised(survivor));
        story.tell(merged(first, second, false), absorbed(second, first));
        story.tell(merged(second, survivor, false), absorbed(survivor, second));
        assertThat(api.get(DISPATCHER, TICKETS + first)).bodyJson().isLenientlyEqualTo("""
                {"status":"CLOSED","closure":"MERGED","mergedInto":{"ticketId":"%s","number":"%s"},
                 "survivor":{"ticketId":"%s"}}
                """.formatted(
                        second, numberOf(second), survivor));
        assertThat(api.get(DISPATCHER, TICKETS + survivor)).bodyJson().isLenientlyEqualTo("""
                {"status":"CREATED","mergedInto":null,"survivor":null,"duplicates":[{"ticketId":"%s"}]}
                """.formatted(second));
        assertThat(api.get(DISPATCHER, TICKETS + numberOf(first)))
                .bodyJson()
                .extractingPath("$.ticketId")
                .isEqualTo(first);
    }

    @Test
    void a_merge_taken_back_leaves_both_tickets_as_they_were() {
        var before = WorkState.after(WorkState.after(null, raised(first)), assigned(first, "ACC-ana", null));
        story.tell(raised(first), assigned(first, "ACC-ana", null), raised(survivor));
        story.tell(merged(first, survivor, false), absorbed(survivor, first));
        assertThat(api.get(DISPATCHER, TICKETS + survivor))
                .bodyJson()
                .extractingPath("$.firstContactAt")
                .isEqualTo("2026-03-02T08:00:00Z");
        story.tell(
                new TicketUnmerged(first, "CON-jo", survivor, "another fault", before, at("13:00")),
                new DuplicateReleased(survivor, first, numberOf(first), at("09:00"), null, List.of()));
        assertThat(api.get(DISPATCHER, TICKETS + first)).bodyJson().isLenientlyEqualTo("""
                {"status":"ASSIGNED","closure":null,"closingNote":null,"closedAt":null,"mergedInto":null,"survivor":null}
                """);
        assertThat(api.get(DISPATCHER, TICKETS + survivor)).bodyJson().isLenientlyEqualTo("""
                {"firstContactAt":"2026-03-02T09:00:00Z","duplicates":[]}
                """);
    }

    @Test
    void a_customer_follows_a_merge_among_its_own_tickets() {
        story.tell(ofAcme(first), ofAcme(survivor), merged(first, survivor, false), absorbed(survivor, first));
        assertThat(api.get(boss, TICKETS + first))
                .bodyJson()
                .extractingPath("$.mergedIntoNumber")
                .isEqualTo(numberOf(survivor));
        story.tell(new TicketUnmerged(
                first, "CON-jo", survivor, "another fault", WorkState.after(null, ofAcme(first)), at("13:00")));
        assertThat(api.get(boss, TICKETS + first))
                .bodyJson()
                .extractingPath("$.mergedIntoNumber")
                .isNull();
    }

    @Test
    void a_customer_learns_nothing_of_another_ones_ticket_that_swallowed_its_own() {
        story.tell(ofAcme(first), raised(survivor), merged(first, survivor, true), absorbed(survivor, first));
        assertThat(api.get(boss, TICKETS + first))
                .hasStatusOk()
                .bodyText()
                .contains("CLOSED")
                .doesNotContain(numberOf(survivor))
                .doesNotContain(survivor);
        assertThat(api.get(boss, TICKETS + survivor)).hasStatus(404);
    }

    private dev.callout.api.ticket.TicketRaised ofAcme(String ticketId) {
        return raised(ticketId, acme, "No print", Priority.HIGH, at("09:00"));
    }

    private static TicketMerged merged(String ticketId, String into, boolean acrossCustomers) {
        var before = WorkState.after(null, raised(ticketId));
        return new TicketMerged(
                ticketId, "CON-jo", into, numberOf(into), acrossCustomers, "same fault", before, at("12:00"));
    }

    private static DuplicateAbsorbed absorbed(String ticketId, String duplicate) {
        return new DuplicateAbsorbed(ticketId, duplicate, numberOf(duplicate), false, at("08:00"), null);
    }
}
