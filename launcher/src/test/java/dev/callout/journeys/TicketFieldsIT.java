package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T-02 to T-07, T-12 to T-15, T-20, P-01 to P-10, CH-10: what a ticket says about the problem. */
@ExtendWith(RunningCallout.class)
class TicketFieldsIT {

    private final Desk desk;
    private final Stored stored;

    TicketFieldsIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMAIL",
                "WEB_PORTAL",
                "MOBILE_APP",
                "WHATSAPP",
                "MESSENGER",
                "CHATBOT",
                "PHONE",
                "WALK_IN",
            })
    void come_in_by_eight_channels(String channel) {
        var body = Desk.problem("channel", channel);
        body.put("customerId", Desk.customerOf(desk.acmeUser));
        var raised = desk.support.post(TICKETS, body).expect(201);
        var shown = desk.read(desk.support, raised.id(), raised);
        assertThat(shown.text("channel")).isEqualTo(channel);
        var listed = desk.support.after(raised).get(TICKETS + "?channel=" + channel + "&pageSize=200");
        assertThat(listed.expect(200).each("items", "channel")).containsOnly(channel);
        assertThat(listed.each("items", "ticketId")).contains(raised.id());
    }

    @Test
    void carry_all_that_was_said() {
        var acme = Desk.customerOf(desk.acmeUser);
        var customer = desk.support.get("/api/v1/customers/" + acme).expect(200);
        var site = customer.text("sites.1.siteId");
        var contact = customer.text("contacts.2.contactId");
        var body = Desk.problem("subCategory", "Printer");
        body.putAll(Map.of(
                "customerId", acme,
                "contactId", contact,
                "siteId", site,
                "product", "LaserJet 400",
                "serialNumber", "LJ-1",
                "priority", "HIGH",
                "channel", "PHONE"));
        var raised = desk.support.post(TICKETS, body).expect(201);
        assertThat(raised.text("number")).matches("TKT\\d{6,}");
        assertThat(raised.header("Location")).isEqualTo(TICKETS + "/" + raised.id());
        var shown = desk.read(desk.support, raised.text("number"), raised);
        body.keySet().stream()
                .filter(field -> !field.endsWith("Id"))
                .forEach(field -> assertThat(shown.text(field)).as(field).isEqualTo(body.get(field)));
        assertThat(shown.text("requestedPriority")).isEqualTo("HIGH");
        assertThat(shown.text("customer.name")).isEqualTo("ACME Logistics");
        assertThat(shown.flag("customer.vip")).isTrue();
        assertThat(shown.text("customer.contact.name")).isEqualTo(customer.text("contacts.2.name"));
        assertThat(shown.text("customer.contactEmail")).isEqualTo(customer.text("contacts.2.email"));
        assertThat(shown.text("customer.contactPhone")).isEqualTo(customer.text("contacts.2.phone"));
        assertThat(shown.text("customer.site.name")).isEqualTo(customer.text("sites.1.name"));
        assertThat(shown.text("language")).as("the contact's own").isEqualTo(customer.text("contacts.2.language"));
    }

    @Test
    void can_name_a_customer_nobody_knew_before() {
        var body = Desk.problem("newCustomer", Map.of("kind", "CONSUMER", "name", "Ida Berg", "phone", "+47 5550100"));
        var raised = desk.support.post(TICKETS, body).expect(201);
        desk.read(desk.support, raised.id(), raised);
        await().untilAsserted(
                        () -> { // names come from a view of their own
                            var shown = desk.support
                                    .get(TICKETS + "/" + raised.id())
                                    .expect(200);
                            assertThat(shown.text("customer.name")).isEqualTo("Ida Berg");
                            assertThat(shown.text("customer.contact.name")).isEqualTo("Ida Berg");
                            assertThat(shown.text("customer.contactPhone")).isEqualTo("+47 5550100");
                        });
    }

    @Test
    void keep_who_called_for_a_company_nobody_knew_before() {
        var caller = Map.of("name", "Ida Caller", "email", "ida@borealis.example", "phone", "+47 22 33 44 55");
        var company = Map.of(
                "kind", "BUSINESS", "name", "Borealis AS", "email", "post@borealis.example", "phone", "+47 22334400");
        var with = new HashMap<String, Object>(company);
        with.put("contact", caller);
        var raised =
                desk.support.post(TICKETS, Desk.problem("newCustomer", with)).expect(201);
        desk.read(desk.support, raised.id(), raised);
        await().untilAsserted(() -> {
            var shown = desk.support.get(TICKETS + "/" + raised.id()).expect(200);
            assertThat(shown.text("customer.name")).isEqualTo("Borealis AS");
            assertThat(shown.text("customer.contact.name")).isEqualTo("Ida Caller");
            assertThat(shown.text("customer.contactEmail")).isEqualTo("ida@borealis.example");
            assertThat(shown.text("customer.contactPhone")).isEqualTo("+47 22 33 44 55");
        });
        var customer = desk.support
                .get("/api/v1/customers/"
                        + desk.support
                                .get(TICKETS + "/" + raised.id())
                                .expect(200)
                                .text("customer.customerId"))
                .expect(200);
        assertThat(customer.text("email")).isEqualTo("post@borealis.example");
        assertThat(customer.text("phone")).isEqualTo("+47 22334400");

        var consumer = Map.of("kind", "CONSUMER", "name", "Ida", "contact", caller);
        desk.support.post(TICKETS, Desk.problem("newCustomer", consumer)).expect(400, "VALIDATION_FAILED");
    }

    @Test
    void show_how_to_reach_a_company_of_which_nobody_is_named() {
        var company = Map.of("kind", "BUSINESS", "name", "Nadir AS", "phone", "+47 66554433");
        var raised =
                desk.support.post(TICKETS, Desk.problem("newCustomer", company)).expect(201);
        desk.read(desk.support, raised.id(), raised);
        await().untilAsserted(() -> assertThat(desk.support
                        .get(TICKETS + "/" + raised.id())
                        .expect(200)
                        .text("customer.contactPhone"))
                .isEqualTo("+47 66554433"));
    }

    @ParameterizedTest
    @CsvSource({
        "CONSUMER, Someone Else, OLA@Zenit.example, , email",
        "BUSINESS, Zenit AS, , 0047 40 50 60 70, phone",
        "CONSUMER, OLA  ZENÍT, , , name"
    })
    void are_not_raised_for_a_likely_double_of_a_customer_but_on_request(
            String kind, String name, String email, String phone, String field) {
        var known = known();
        var twin = new HashMap<String, Object>(Map.of("kind", kind, "name", name));
        twin.computeIfAbsent("email", each -> email);
        twin.computeIfAbsent("phone", each -> phone);
        var refused = stored.nothingBy(() -> desk.support.post(TICKETS, Desk.problem("newCustomer", twin)))
                .expect(409, "LIKELY_DUPLICATE");
        assertThat(refused.text("existing")).isEqualTo(known);
        assertThat(refused.text("errors.0.field")).isEqualTo("newCustomer." + field);
        desk.support
                .post(TICKETS, Desk.problem("customerId", refused.text("existing")))
                .expect(201);
        if (!field.equals("name")) {
            var customer = new HashMap<>(twin);
            stored.nothingBy(() -> desk.support.post("/api/v1/customers", customer))
                    .expect(409, "LIKELY_DUPLICATE");
            customer.put("allowDuplicate", true);
            customer.put("email", null);
            customer.put("phone", null);
            desk.support.post("/api/v1/customers", customer).expect(201);
        }
        desk.technician.post("/api/v1/customers", twin).expect(403, "NOT_ALLOWED");
    }

    /** One customer for all cases, whom the first of them takes on. */
    private String known() {
        var ola =
                Map.of("kind", "CONSUMER", "name", "Ola Zenit", "email", "ola@zenit.example", "phone", "+47 40506070");
        var taken = desk.support.post("/api/v1/customers", ola);
        return taken.status() == 201
                ? taken.id()
                : taken.expect(409, "LIKELY_DUPLICATE").text("existing");
    }

    @Test
    void are_raised_for_a_likely_double_when_it_is_meant() {
        var twin = Map.of("kind", "CONSUMER", "name", "Kari Nord", "email", "kari@nord.example");
        desk.support.post(TICKETS, Desk.problem("newCustomer", twin)).expect(201);
        var meant = new HashMap<String, Object>(twin);
        meant.put("allowDuplicate", true);
        desk.support.post(TICKETS, Desk.problem("newCustomer", meant)).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISSUE", "QUESTION", "FEATURE_REQUEST", "COMPLAINT"})
    void have_one_of_four_types(String type) {
        var raised = desk.acmeUser.post(TICKETS, Desk.problem("type", type)).expect(201);
        assertThat(desk.read(desk.acmeUser, raised.id(), raised).text("type")).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HARDWARE", "SOFTWARE", "NETWORK", "OTHER"})
    void have_one_of_four_categories(String category) {
        var raised =
                desk.acmeUser.post(TICKETS, Desk.problem("category", category)).expect(201);
        assertThat(desk.read(desk.acmeUser, raised.id(), raised).text("category"))
                .isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD, ISSUE, MEDIUM",
        "STANDARD, FEATURE_REQUEST, LOW",
        "HIGH, ISSUE, HIGH",
        "URGENT, QUESTION, URGENT"
    })
    void translate_the_customers_three_words_for_priority(String word, String type, String priority) {
        var body = Desk.problem("customerPriority", word);
        body.put("type", type);
        var raised = desk.acmeUser.post(TICKETS, body).expect(201);
        assertThat(desk.read(desk.acmeUser, raised.id(), raised).text("priority"))
                .isEqualTo(priority);
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void keep_what_the_customer_asked_for_beside_what_we_decided(Asked asked) {
        var raised = desk.acmeUser
                .post(TICKETS, Desk.problem("customerPriority", asked.name()))
                .expect(201);
        var weighed = desk.step(
                desk.dispatcher, raised.id(), "priority", Map.of("priority", "LOW", "reason", "Only the lamp"));
        var shown = desk.read(desk.dispatcher, raised.id(), weighed);
        assertThat(shown.text("requestedPriority")).isEqualTo(asked.means);
        assertThat(shown.text("priority")).isEqualTo("LOW");
        assertThat(desk.manager
                        .after(weighed)
                        .get(TICKETS + "/" + raised.id() + "/history")
                        .expect(200)
                        .text())
                .contains("Dana Reed", "Only the lamp");
    }

    /** The customer's words. */
    enum Asked {
        STANDARD("MEDIUM"),
        HIGH("HIGH"),
        URGENT("URGENT");

        final String means;

        Asked(String means) {
            this.means = means;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, PT24H, 5 business days, PT24H, NONE",
        "MEDIUM, PT8H, 2 business days, PT24H, NONE",
        "HIGH, PT2H, 8 business hours, PT8H, POSSIBLE",
        "URGENT, PT30M, 4 business hours, PT2H, RUSH"
    })
    void promise_by_priority(String priority, String respond, String resolve, String arrive, String surcharge) {
        var catalog = desk.acmeUser.get("/api/v1/service-desk/catalog").expect(200);
        var promise = "priorities." + catalog.each("priorities", "priority").indexOf(priority);
        assertThat(catalog.text(promise + ".respondWithin")).isEqualTo(respond);
        assertThat(catalog.text(promise + ".resolveWithin")).isEqualTo(resolve);
        assertThat(catalog.text(promise + ".arriveWithin")).isEqualTo(arrive);
        assertThat(catalog.text(promise + ".surcharge")).isEqualTo(surcharge);
    }

    @Test
    void tie_tickets_to_each_other_and_to_people() {
        var one = desk.created();
        var other = desk.created();
        var link = Map.of("otherTicketId", other, "kind", "CAUSED_BY");
        var linked = desk.step(desk.dispatcher, one, "links", link);
        assertThat(desk.read(desk.dispatcher, one, linked).each("links", "ticket.ticketId"))
                .containsExactly(other);
        var incoming = desk.dispatcher.get(TICKETS + "/" + other).expect(200);
        assertThat(incoming.each("links", "ticket.ticketId")).containsExactly(one);
        assertThat(incoming.flag("links.0.incoming")).isTrue();
        var unlinked = desk.dispatcher
                .delete(TICKETS + "/" + one + "/links/" + other + "?kind=CAUSED_BY")
                .expect(204);
        assertThat(desk.read(desk.dispatcher, one, unlinked).at("links")).isEmpty();
        var watched = desk.step(desk.nobody.as("quality"), one, "watch", Map.of());
        assertThat(desk.read(desk.dispatcher, one, watched).each("watchers", "name"))
                .containsExactly("Quinn Abara");
        var unwatched =
                desk.nobody.as("quality").delete(TICKETS + "/" + one + "/watch").expect(204);
        assertThat(desk.read(desk.dispatcher, one, unwatched).at("watchers")).isEmpty();
    }
}
