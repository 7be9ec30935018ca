package dev.callout.query.ticket;

import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.comment;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class TicketSearchIT {

    private static final String TICKETS = "/service-desk/tickets";

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired JdbcClient db;

    private final String own = UUID.randomUUID().toString().substring(0, 8); // a word that no other test writes
    private final String customerId = "CUS-" + UUID.randomUUID();
    private final String ticketId = Tickets.newId();
    private final Actor jo = Api.customer(Role.CUSTOMER_USER, customerId, "CON-jo");

    @BeforeEach
    void a_ticket_with_words_everywhere() {
        story.tell(
                new CustomerRegistered(customerId, CustomerKind.BUSINESS, "Søborg A/S " + own, null, null, "da", false),
                new ContactAdded(customerId, "CON-jo", "Zoë Nuñez", null, null, null),
                raised(ticketId, customerId, "Falsche Größe " + own, Priority.HIGH, at("09:00")),
                new TicketDescribed(ticketId, "CON-jo", "Falsche Größe " + own, "Der Kühlschrank tropft"),
                comment(ticketId, AuthorKind.STAFF, "Ersatzteil bestellt: Dichtung 100% passend_x", true, "09:20"),
                new NoteAdded(ticketId, "N", "ACC-ana", "CON-jo", "Geheimwort für uns", null, at("09:30")));
    }

    @ParameterizedTest
    @CsvSource({
        "GRÖSSE, true",
        "grosse, true",
        "größe, true",
        "Große, true",
        "rös, true",
        "Größer, false",
        "KUHLSCHRANK, true",
        "kühlschrank, true",
        "dichtung, true",
        "100%, true",
        "passend_x, true",
        "passendyx, false",
        "1%0, false",
        "GEHEIMWORT, true",
        "soborg, true",
        "SØBORG, true",
        "nunez, true",
        "zoe, true",
        "nothing-of-it, false"
    })
    void staff_finds_words_wherever_they_stand_without_case_and_accents(String word, boolean found) {
        assertThat(ids(Api.DISPATCHER, word)).isEqualTo(found ? List.of(ticketId) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "GRÖSSE, true",
        "kuhlschrank, true",
        "dichtung, true",
        "nunez, true",
        "geheimwort, false",
        "nothing-of-it, false"
    })
    void a_customer_finds_what_it_may_read_and_no_note(String word, boolean found) {
        assertThat(ids(jo, word)).isEqualTo(found ? List.of(ticketId) : List.of());
        assertThat(ids(Api.customer(Role.CUSTOMER_USER, customerId, "CON-other"), word))
                .isEmpty();
        assertThat(ids(Api.customer(Role.CUSTOMER_ADMIN, "CUS-other", "CON-x"), word))
                .isEmpty();
    }

    @Test
    void every_word_must_be_there_but_not_in_the_same_place() {
        assertThat(ids(Api.DISPATCHER, "tropft dichtung nunez")).containsExactly(ticketId);
        assertThat(ids(Api.DISPATCHER, "tropft dichtung schraube")).isEmpty();
        assertThat(ids(jo, "tropft dichtung nunez")).containsExactly(ticketId);
    }

    @Test
    void the_description_that_was_put_right_is_found_no_more() {
        assertThat(ids(Api.DISPATCHER, "hums")).isEmpty();
        assertThat(ids(jo, "hums")).isEmpty();
    }

    @Test
    void at_a_moment_only_what_was_written_by_then_is_found() {
        assertThat(idsAt(Api.DISPATCHER, "dichtung", "09:19")).isEmpty();
        assertThat(idsAt(Api.DISPATCHER, "dichtung", "09:21")).containsExactly(ticketId);
        assertThat(idsAt(Api.DISPATCHER, "grosse", "09:01")).containsExactly(ticketId);
        assertThat(idsAt(Api.DISPATCHER, "grosse", "08:59")).isEmpty();
        assertThat(idsAt(jo, "dichtung", "09:19")).isEmpty();
        assertThat(idsAt(jo, "dichtung", "09:21")).containsExactly(ticketId);
        assertThat(idsAt(jo, "geheimwort", "10:00")).isEmpty();
    }

    @Test
    void words_of_two_letters_are_looked_for_in_the_title_only() {
        assertThat(ids(Api.DISPATCHER, "öß")).containsExactly(ticketId);
        assertThat(ids(Api.DISPATCHER, "ht")).isEmpty(); // in "Dichtung"
    }

    @Test
    void customers_are_found_without_accents_too() {
        assertThat(api.get(Api.DISPATCHER, "/customers?text={words}", "SOBORG " + own))
                .bodyJson()
                .extractingPath("$.items[*].customerId")
                .asArray()
                .containsExactly(customerId);
    }

    @Test
    void refuses_a_text_that_would_be_many_searches() {
        assertThat(api.get(Api.DISPATCHER, TICKETS + "?text={words}", "x ".repeat(101)))
                .hasStatus(400);
        assertThat(api.get(jo, TICKETS + "?text={words}", "x ".repeat(101))).hasStatus(400);
        assertThat(api.get(Api.DISPATCHER, "/customers?text={words}", "x ".repeat(101)))
                .hasStatus(400);
    }

    @Test
    void folds_every_script_the_same_way_however_it_is_composed() {
        assertThat(folded("Größe ÆØÅ ŁÓDŹ ÇA İzmir Ёлка ΆΝΘΡΩΠΟΣ ﬁ №5 A\u0301"))
                .isEqualTo(folded("groSSe aeoa lodz ca izmir елка ανθρωποσ fi no5 á"))
                .isEqualTo("grosse aeoa lodz ca izmir елка ανθρωποσ fi no5 a");
    }

    private String folded(String text) {
        return db.sql("SELECT search_fold(:text)")
                .param("text", text)
                .query(String.class)
                .single();
    }

    private List<String> ids(Actor actor, String words) {
        return JsonPath.read(
                Api.body(api.get(actor, TICKETS + "?text={words}", own + " " + words)), "$.items[*].ticketId");
    }

    private List<String> idsAt(Actor actor, String words, String time) {
        return JsonPath.read(
                Api.body(api.get(actor, TICKETS + "?asOf={at}&text={words}", at(time).toString(), own + " " + words)),
                "$.items[*].ticketId");
    }
}
