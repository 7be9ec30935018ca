package dev.callout.query.ticket.details;

import static dev.callout.query.Api.body;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.Priority;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** However much is written on a ticket, each answer about it is bounded, and page by page all of it can be read. */
@QueryTest
class LongConversationIT {

    private static final String TICKETS = "/service-desk/tickets/";
    private static final int LONG = 20_000;

    private @Autowired Story story;
    private @Autowired Api api;

    private final String customerId = "CUS-" + UUID.randomUUID();
    private final String ticketId = Tickets.newId();
    private final Actor staff = new Actor("ACC-dana", Role.DISPATCHER, null, null, "api");
    private final Actor jo = Api.customer(Role.CUSTOMER_USER, customerId, "CON-jo");

    private void written(int messages, int characters) {
        var events = new ArrayList<Object>();
        events.add(raised(ticketId, customerId, "No print", Priority.HIGH, at("09:00")));
        for (var i = 0; i < messages; i++) {
            var body = i + " " + "x".repeat(characters);
            events.add(
                    i % 3 == 2
                            ? new NoteAdded(ticketId, "M" + i, "ACC-ana", "CON-jo", body, null, when(i))
                            : new CommentAdded(
                                    ticketId,
                                    "M" + i,
                                    "ACC-ana",
                                    AuthorKind.STAFF,
                                    "CON-jo",
                                    body,
                                    false,
                                    null,
                                    when(i)));
        }
        story.tell(events.toArray());
    }

    private static Instant when(int message) {
        return at("09:01").plusSeconds(message);
    }

    @Test
    void shows_the_newest_messages_with_the_ticket_and_all_of_them_page_by_page() {
        written(120, 10);
        var ticket = get(staff, "");
        assertThat(ids(ticket.path("conversation")))
                .hasSize(50)
                .startsWith("M70")
                .endsWith("M119");
        assertThat(ticket.path("olderMessages").asBoolean()).isTrue();
        assertThat(ticket.path("usage").path("messages").asInt()).isEqualTo(120);
        assertThat(ticket.path("usage").path("nearLimit").asBoolean()).isFalse();
        assertThat(paged(staff, "pageSize=50")).hasSize(120).startsWith("M119").endsWith("M0");

        var own = get(jo, "");
        assertThat(ids(own.path("conversation"))).hasSize(50).endsWith("M118");
        assertThat(own.path("olderMessages").asBoolean()).isTrue();
        assertThat(paged(jo, "pageSize=7"))
                .hasSize(80)
                .startsWith("M118")
                .endsWith("M0")
                .doesNotContain("M119");
    }

    @Test
    void ends_a_page_early_where_its_texts_are_long() {
        written(20, LONG);
        assertThat(ids(get(staff, "").path("conversation"))).containsExactly("M16", "M17", "M18", "M19");
        assertThat(get(staff, "/conversation?pageSize=200").path("items")).hasSize(4);
        assertThat(paged(staff, "pageSize=200")).hasSize(20);
        assertThat(ids(get(jo, "").path("conversation"))).containsExactly("M15", "M16", "M18", "M19");
        assertThat(paged(jo, "pageSize=200")).hasSize(14);
    }

    @Test
    void says_when_little_more_can_be_written() {
        written(150, LONG);
        assertThat(get(staff, "").path("usage").path("nearLimit").asBoolean()).isTrue();
        assertThat(get(jo, "").path("nearLimit").asBoolean()).isTrue();
    }

    @Test
    void shows_a_long_conversation_as_of_any_moment_without_copying_it() {
        written(120, 10);
        var then = "asOf=" + when(60);
        var ticket = get(staff, "?" + then);
        assertThat(ids(ticket.path("conversation")))
                .hasSize(50)
                .startsWith("M11")
                .endsWith("M60");
        assertThat(ticket.path("usage").path("messages").asInt()).isEqualTo(61);
        assertThat(paged(staff, then + "&pageSize=50"))
                .hasSize(61)
                .startsWith("M60")
                .endsWith("M0");
        assertThat(ids(get(jo, "?" + then).path("conversation")))
                .hasSize(41)
                .startsWith("M0")
                .endsWith("M60");
        assertThat(paged(jo, then + "&pageSize=20"))
                .hasSize(41)
                .startsWith("M60")
                .endsWith("M0");
    }

    private JsonNode get(Actor actor, String path) {
        var answer = api.get(actor, TICKETS + ticketId + path);
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared().readTree(body(answer));
    }

    private static List<String> ids(JsonNode messages) {
        return messages.valueStream()
                .map(message -> message.path("messageId").asString())
                .toList();
    }

    private List<String> paged(Actor actor, String parameters) {
        var all = new ArrayList<String>();
        var after = "";
        do {
            var page = get(actor, "/conversation?" + parameters + after);
            all.addAll(ids(page.path("items")));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : null;
        } while (after != null);
        return all;
    }
}
