package dev.callout.query.ticket.customer;

import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.comment;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.FileAttached;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketEscalated;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
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
class CustomerTicketsIT {

    private static final String TICKETS = "/service-desk/tickets";

    private @Autowired Story story;
    private @Autowired Api api;

    private final String customerId = "CUS-" + UUID.randomUUID();
    private final String ticketId = Tickets.newId();
    private final Actor jo = Api.customer(Role.CUSTOMER_USER, customerId, "CON-jo");

    @Test
    void shows_what_concerns_the_customer_and_nothing_of_what_is_for_staff() {
        story.tell(
                raised(ticketId, customerId, "No print", Priority.HIGH, at("09:00")),
                new TicketAssigned(ticketId, "CON-jo", "ACC-ana", null, "SECRET reason", at("09:05")),
                new NoteAdded(ticketId, "N", "ACC-ana", "CON-jo", "SECRET note", null, at("09:10")),
                new TicketEscalated(ticketId, "CON-jo", "ACC-ana", null, "TEA-net", "SECRET help", at("09:15")),
                new FileAttached(
                        ticketId,
                        "ATT-1",
                        "ACC-ana",
                        AuthorKind.STAFF,
                        "CON-jo",
                        "SECRET.txt",
                        "text/plain",
                        1,
                        "x",
                        true,
                        null,
                        at("09:16")),
                new FileAttached(
                        ticketId,
                        "ATT-2",
                        "ACC-ana",
                        AuthorKind.STAFF,
                        "CON-jo",
                        "photo.png",
                        "image/png",
                        1,
                        "x",
                        false,
                        null,
                        at("09:17")),
                comment(ticketId, AuthorKind.STAFF, "On my way", true, "09:20"),
                new WorkPaused(ticketId, WaitingFor.CUSTOMER, "CON-jo", "Which floor?", null, at("09:30")));
        var answer = api.get(jo, TICKETS + "/" + ticketId);
        assertThat(answer).hasStatusOk().bodyText().doesNotContain("SECRET");
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"status":"IN_PROGRESS","subLine":"waiting for you","waitingFor":"CUSTOMER","waitingReason":"Which floor?",
                 "conversation":[{"body":"photo.png","attachmentId":"ATT-2","fileName":"photo.png"},{"body":"On my way"}],
                 "attachments":[{"attachmentId":"ATT-2","fileName":"photo.png"}]}
                """);
        assertThat(api.get(jo, TICKETS + "?status=IN_PROGRESS")).bodyJson().isLenientlyEqualTo("""
                {"items":[{"ticketId":"%s","subLine":"waiting for you","waitingReason":"Which floor?"}]}
                """.formatted(ticketId));
        assertThat(api.get(jo, TICKETS + "?status=SUBMITTED"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(api.get(jo, TICKETS + "?assignee=ACC-ana")).hasStatus(400);
    }

    @Test
    void tells_why_a_ticket_was_cancelled_or_closed_and_finds_it() {
        var closed = Tickets.newId();
        story.tell(
                raised(ticketId, customerId, "No print", Priority.HIGH, at("09:00")),
                new TicketCancelled(ticketId, "CON-jo", CancelReason.DUPLICATE, "See the other one", at("09:10")),
                new TicketArchived(ticketId, at("09:10")),
                raised(closed, customerId, "No scan", Priority.HIGH, at("09:00")),
                new TicketClosedAdministratively(closed, "CON-jo", "No longer sold", true, at("09:20")),
                new TicketArchived(closed, at("09:30")));
        assertThat(api.get(jo, TICKETS + "/" + ticketId)).bodyJson().isLenientlyEqualTo("""
                {"status":"CANCELLED","cancelReason":"DUPLICATE","closingNote":"See the other one","canFollowUp":true}
                """);
        assertThat(api.get(jo, TICKETS + "/" + closed)).bodyJson().isLenientlyEqualTo("""
                {"closure":"ADMINISTRATIVE","cancelReason":null,"closingNote":"No longer sold","canFollowUp":true}
                """);
        assertThat(Api.body(api.get(jo, TICKETS))).doesNotContain(ticketId, closed);
        assertThat(api.get(jo, TICKETS + "?status=CANCELLED")).bodyJson().isLenientlyEqualTo("""
                {"items":[{"ticketId":"%s","cancelReason":"DUPLICATE","closingNote":"See the other one"}]}
                """.formatted(ticketId));
        assertThat(api.get(jo, TICKETS + "?text=print")).bodyJson().isLenientlyEqualTo("""
                {"items":[{"ticketId":"%s"}]}
                """.formatted(ticketId));
        assertThat(Api.body(api.get(jo, TICKETS + "?includeArchived=true"))).contains(ticketId, closed);
    }

    @Test
    void shows_a_contact_the_ticket_in_which_their_own_lives_on_and_no_other_one() {
        var survivor = Tickets.newId();
        var last = Tickets.newId();
        var other = Api.customer(Role.CUSTOMER_USER, customerId, "CON-other");
        story.tell(raisedFor("CON-other", ticketId), raisedFor("CON-jo", survivor), raisedFor("CON-jo", last));
        assertThat(api.get(other, TICKETS + "/" + survivor)).hasStatus(404);
        story.tell(merged(ticketId, survivor), merged(survivor, last));
        for (var readable : List.of(ticketId, survivor, last)) {
            assertThat(api.get(other, TICKETS + "/" + readable)).as(readable).hasStatusOk();
            assertThat(Api.body(api.get(other, TICKETS))).contains(readable);
        }
        assertThat(api.get(jo, TICKETS + "/" + ticketId))
                .as("what a colleague reported stays theirs")
                .hasStatus(404);
    }

    private TicketMerged merged(String duplicate, String into) {
        var before = WorkState.after(null, raisedFor("CON-jo", duplicate));
        return new TicketMerged(duplicate, "CON-jo", into, "TKT-x", false, null, before, at("10:00"));
    }

    private TicketRaised raisedFor(String contactId, String ticket) {
        var any = raised(ticket, customerId, "No print", Priority.HIGH, at("09:00"));
        return new TicketRaised(
                ticket,
                any.number(),
                customerId,
                contactId,
                null,
                any.raisedBy(),
                any.title(),
                any.description(),
                any.type(),
                any.category(),
                any.subCategory(),
                any.requestedPriority(),
                any.priority(),
                any.channel(),
                any.product(),
                any.serialNumber(),
                any.language(),
                null,
                null,
                any.occurredAt());
    }

    @Test
    void does_not_know_what_is_not_the_customers_or_not_the_contacts() {
        story.tell(raised(ticketId, customerId, "No print", Priority.HIGH, at("09:00")));
        assertThat(api.get(Api.customer(Role.CUSTOMER_ADMIN, customerId, "CON-boss"), TICKETS + "/" + ticketId))
                .hasStatusOk();
        assertThat(api.get(Api.customer(Role.CUSTOMER_USER, customerId, "CON-other"), TICKETS + "/" + ticketId))
                .hasStatus(404);
        assertThat(api.get(Api.customer(Role.CUSTOMER_USER, customerId, null), TICKETS + "/" + ticketId))
                .hasStatus(404);
        assertThat(api.get(Api.customer(Role.CUSTOMER_ADMIN, "CUS-other", "CON-x"), TICKETS + "/" + ticketId))
                .hasStatus(404);
        assertThat(api.get(jo, TICKETS + "/" + ticketId + "/history")).hasStatus(403);
        assertThat(api.get(jo, TICKETS + "/counts")).hasStatus(403);
    }

    @Test
    void what_came_by_way_of_another_customers_duplicate_stays_with_that_customer() {
        var otherCustomer = "CUS-" + UUID.randomUUID();
        var duplicate = Tickets.newId();
        story.tell(
                raised(ticketId, customerId, "No print", Priority.HIGH, at("09:00")),
                raised(duplicate, otherCustomer, "Same", Priority.HIGH, at("09:00")),
                new DuplicateAbsorbed(ticketId, duplicate, "TKT-d", true, at("09:00"), null),
                new CommentAdded(
                        ticketId,
                        "C",
                        "ACC-x",
                        AuthorKind.CUSTOMER,
                        "CON-jo",
                        "Ours too!",
                        false,
                        duplicate,
                        at("09:40")));
        assertThat(api.get(jo, TICKETS + "/" + ticketId)).bodyText().doesNotContain("Ours too!");
        assertThat(api.get(Api.customer(Role.CUSTOMER_ADMIN, otherCustomer, "CON-y"), TICKETS + "/" + duplicate))
                .bodyText()
                .contains("Ours too!");
    }
}
