package dev.callout.query.ticket;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Role;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ProductIdentified;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketType;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was put right is right everywhere, and only there where the wrong word stood is it found no more. */
@QueryTest
class CorrectionsIT {

    private static final String TICKETS = "/service-desk/tickets";

    private @Autowired Story story;
    private @Autowired Api api;

    private final String ticketId = Tickets.newId();
    private final String acme = "CUS-" + UUID.randomUUID();
    private final String wrong = "wrong" + UUID.randomUUID();
    private final String right = "Right" + UUID.randomUUID();

    @BeforeEach
    void put_it_right() {
        story.tell(
                raised(ticketId, acme, "The printer " + wrong, Priority.LOW, at("09:00")),
                new TicketDescribed(ticketId, "CON-jo", "The scanner " + right, "It blinks."),
                new TicketClassified(ticketId, TicketType.QUESTION, "NETWORK", "Cable", at("10:00")),
                new ReporterChanged(ticketId, "CON-sam", "SIT-other", at("10:00")),
                new ProductIdentified(ticketId, "ScanJet 9", "SN-9999"));
    }

    @Test
    void staff_and_customer_see_what_is_right() {
        var right = """
                {"title":"The scanner %s","description":"It blinks.","type":"QUESTION","category":"NETWORK",
                 "subCategory":"Cable","product":"ScanJet 9","serialNumber":"SN-9999","version":4}
                """.formatted(this.right);
        assertThat(api.get(DISPATCHER, TICKETS + "/" + ticketId)).bodyJson().isLenientlyEqualTo(right);
        var boss = Api.customer(Role.CUSTOMER_ADMIN, acme, "CON-boss");
        assertThat(api.get(boss, TICKETS + "/" + ticketId)).bodyJson().isLenientlyEqualTo(right);
        assertThat(api.get(DISPATCHER, TICKETS + "?customer=" + acme))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"items":[{"type":"QUESTION","category":"NETWORK","contact":{"id":"CON-sam"},
                 "site":{"id":"SIT-other"}}]}
                """);
    }

    @Test
    void a_ticket_belongs_to_its_new_contact_and_no_more_to_the_old_one() {
        var sam = Api.customer(Role.CUSTOMER_USER, acme, "CON-sam");
        var jo = Api.customer(Role.CUSTOMER_USER, acme, "CON-jo");
        assertThat(api.get(sam, TICKETS + "/" + ticketId)).hasStatusOk();
        assertThat(api.get(jo, TICKETS + "/" + ticketId)).hasStatus(404);
    }

    @Test
    void text_finds_words_of_number_title_and_product_in_any_order_and_case() {
        for (var text : new String[] {
            right.toUpperCase(),
            right + " scanner",
            right.substring(3, 20),
            "scanjet " + right,
            "sn-9999 " + right,
            Tickets.numberOf(ticketId)
        }) {
            assertThat(found(text)).as(text).containsExactly(ticketId);
        }
        for (var text : new String[] {wrong, right + " printer", right + "%", "_" + right.substring(1)}) {
            assertThat(found(text)).as(text).isEmpty();
        }
    }

    private java.util.List<String> found(String text) {
        return com.jayway.jsonpath.JsonPath.read(
                Api.body(api.get(DISPATCHER, TICKETS + "?text={text}", text)), "$.items[*].ticketId");
    }
}
