package dev.callout.journeys;

import static dev.callout.journeys.Desk.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A01, A03, A04: customers see what is theirs, in their words, and nothing tells them of the rest. */
@ExtendWith(RunningCallout.class)
class CustomerViewIT {

    private final Desk desk;
    private final Stored stored;

    CustomerViewIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    @Test
    void shows_no_notes_and_no_internals() {
        var ticket = desk.inProgress();
        desk.tryStep(desk.technician, ticket, "notes", Map.of("body", "The customer is difficult"))
                .expect(201);
        desk.step(
                desk.technician,
                ticket,
                "escalate",
                Map.of("toAccountId", Desk.accountOf(desk.manager), "reason", "Difficult"));
        var said = desk.tryStep(desk.technician, ticket, "comments", Map.of("body", "On my way"))
                .expect(201);
        for (var reader : List.of(desk.acmeUser, desk.acmeAdmin, desk.nobody.as("guest"))) {
            var shown = desk.read(reader, ticket, said);
            assertThat(shown.text()).doesNotContain("ifficult").contains("On my way");
        }
        desk.acmeUser.get(TICKETS + "/" + ticket + "/history").expect(403, "NOT_ALLOWED");
    }

    @Test
    void ends_at_the_customers_own_by_id_and_by_number() {
        var raised = desk.raise(desk.consumer);
        desk.read(desk.consumer, raised.id(), raised);
        for (var reader : List.of(desk.acmeUser, desk.acmeAdmin, desk.nobody.as("guest"))) {
            var unknownId = reader.get(TICKETS + "/TCK-00000000-0000-0000-0000-000000000000")
                    .expect(404, "NOT_FOUND");
            var unknownNumber = reader.get(TICKETS + "/TKT999999999").expect(404, "NOT_FOUND");
            var byId = reader.get(TICKETS + "/" + raised.id()).expect(404, "NOT_FOUND");
            var byNumber = reader.get(TICKETS + "/" + raised.text("number")).expect(404, "NOT_FOUND");
            assertThat(byId.problem()).isEqualTo(unknownId.problem()).isEqualTo(unknownNumber.problem());
            assertThat(byNumber.problem()).isEqualTo(unknownNumber.problem());
            assertThat(reader.get(TICKETS + "?pageSize=200").expect(200).each("items", "ticketId"))
                    .doesNotContain(raised.id());
            assertThat(reader.get(TICKETS + "?text=" + raised.text("number"))
                            .expect(200)
                            .at("items"))
                    .isEmpty();
        }
    }

    @Test
    void ends_at_a_users_own_within_the_company() {
        var colleagues = desk.raise(desk.acmeAdmin);
        assertThat(desk.read(desk.acmeAdmin, colleagues.id(), colleagues).text("ticketId"))
                .isEqualTo(colleagues.id());
        desk.acmeUser.get(TICKETS + "/" + colleagues.id()).expect(404, "NOT_FOUND");
        desk.tryStep(desk.acmeUser, colleagues.id(), "comments", Map.of("body", "x"))
                .expect(404, "NOT_FOUND");
        var mine = desk.raise(desk.acmeUser);
        assertThat(desk.read(desk.acmeAdmin, mine.id(), mine).text("ticketId")).isEqualTo(mine.id());
    }

    @Test
    void lets_a_guest_look_and_do_nothing() {
        var guest = desk.nobody.as("guest");
        var raised = desk.raise(desk.acmeUser);
        desk.read(guest, raised.id(), raised);
        stored.nothingBy(() -> guest.post(TICKETS, Desk.problem())).expect(403, "NOT_ALLOWED");
        stored.nothingBy(() -> desk.tryStep(guest, raised.id(), "comments", Map.of("body", "x")))
                .expect(403, "NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({"contactId", "siteId", "followUpOf", "customerId"})
    void takes_no_reference_to_what_is_not_theirs(String field) {
        var jensen = Desk.customerOf(desk.consumer);
        var foreign = desk.manager.get("/api/v1/customers/" + jensen).expect(200);
        var raised = desk.raise(desk.consumer);
        var reference = Map.of(
                "contactId", foreign.text("contacts.0.contactId"),
                "siteId", foreign.text("sites.0.siteId"),
                "followUpOf", raised.id(),
                "customerId", jensen);
        for (var caller : List.of(desk.acmeUser, desk.acmeAdmin)) {
            stored.nothingBy(() -> caller.post(TICKETS, Desk.problem(field, reference.get(field))))
                    .expect(422, "REFERENCE_NOT_FOUND");
        }
    }

    @Test
    void takes_no_reference_to_a_colleague_from_a_user() {
        var colleague = Desk.contactOf(desk.acmeAdmin);
        stored.nothingBy(() -> desk.acmeUser.post(TICKETS, Desk.problem("contactId", colleague)))
                .expect(422, "REFERENCE_NOT_FOUND");
        desk.acmeAdmin
                .post(TICKETS, Desk.problem("contactId", Desk.contactOf(desk.acmeUser)))
                .expect(201);
    }

    @Test
    void stores_no_new_customer_when_the_ticket_is_refused() {
        var site = desk.manager
                .get("/api/v1/customers/" + Desk.customerOf(desk.acmeUser))
                .expect(200)
                .text("sites.0.siteId");
        var ticket = desk.created();
        for (var reference : Map.of("siteId", site, "followUpOf", ticket).entrySet()) {
            var body = Desk.problem("newCustomer", Map.of("kind", "CONSUMER", "name", "Ida Berg"));
            body.put(reference.getKey(), reference.getValue());
            stored.nothingBy(() -> desk.support.post(TICKETS, body)).expect(422, "REFERENCE_NOT_FOUND");
        }
    }

    @Test
    void gives_staff_lists_to_staff_only() {
        for (var path : List.of("/mine", "/counts")) {
            desk.acmeAdmin.get(TICKETS + path).expect(403, "NOT_ALLOWED");
        }
        desk.acmeAdmin.get("/api/v1/customers").expect(403, "NOT_ALLOWED");
        desk.acmeUser.get("/api/v1/accounts").expect(403, "NOT_ALLOWED");
        assertThat(desk.acmeAdmin.get("/api/v1/accounts").expect(200).each("items", "customerId"))
                .as("the own company's")
                .containsOnly(Desk.customerOf(desk.acmeUser));
        desk.acmeAdmin
                .get(TICKETS + "?customer=" + Desk.customerOf(desk.consumer))
                .expect(400, "INVALID_FILTER");
    }
}
