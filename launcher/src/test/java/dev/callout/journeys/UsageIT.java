package dev.callout.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody uses up what others need: limits are said, kept and shown. */
@ExtendWith(RunningCallout.class)
class UsageIT {

    private static final long TICKET_LIMIT = 536_870_912;

    private final RunningCallout callout;
    private final Desk desk;
    private final Stored stored;

    UsageIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        stored = new Stored(callout);
    }

    private Answer attach(Caller somebody, String ticket, String content) {
        return somebody.attach(
                UUID.randomUUID().toString(),
                Desk.TICKETS + "/" + ticket + "/attachments",
                "log.txt",
                "text/plain",
                content.getBytes(UTF_8),
                false);
    }

    @Test
    void a_ticket_has_room_for_so_many_bytes_of_files() {
        var ticket = desk.created();
        var first = attach(desk.acmeUser, ticket, "It hums.").expect(201);
        Inside.database(callout)
                .sql("UPDATE attachment SET size_in_bytes = ? WHERE attachment_id = ?")
                .params(TICKET_LIMIT - 10, first.id())
                .update();
        var refused = stored.nothingBy(() -> attach(desk.acmeUser, ticket, "It hums again."));
        assertThat(refused.expect(413, "STORAGE_FULL").text("detail")).contains("512 MB");
        attach(desk.acmeUser, ticket, "Still.").expect(201);
        assertThat(desk.admin.get("/api/v1/usage").expect(200).text()).contains(ticket);
        Inside.database(callout)
                .sql("UPDATE attachment SET size_in_bytes = 8 WHERE attachment_id = ?")
                .param(first.id())
                .update();
    }

    @Test
    void a_customer_has_room_for_so_many_accounts() {
        var customer = desk.dispatcher
                .post("/api/v1/customers", Map.of("kind", "BUSINESS", "name", "Many Ltd"))
                .expect(201)
                .id();
        Inside.database(callout)
                .sql("INSERT INTO credential (account_id, username, role, customer_id, active, changed_at)"
                        + " SELECT 'ACC-many-' || i, 'many-' || i, 'GUEST', ?, true, now()"
                        + " FROM generate_series(1, 500) i")
                .param(customer)
                .update();
        try {
            stored.nothingBy(() -> desk.admin.post("/api/v1/accounts", account(customer)))
                    .expect(413, "ACCOUNTS_FULL");
        } finally {
            Inside.database(callout)
                    .sql("DELETE FROM credential WHERE account_id LIKE 'ACC-many-%'")
                    .update();
        }
        desk.admin.post("/api/v1/accounts", account(customer)).expect(201);
    }

    private static Map<String, Object> account(String customer) {
        var name = "u-" + UUID.randomUUID();
        return new HashMap<>(Map.of(
                "username",
                name,
                "displayName",
                "Somebody",
                "role",
                "GUEST",
                "customerId",
                customer,
                "email",
                name + "@people.example"));
    }

    @Test
    void an_address_is_invited_so_often_within_an_hour() {
        var account = desk.admin
                .post("/api/v1/accounts", account(Desk.customerOf(desk.acmeUser)))
                .expect(201)
                .id();
        for (var i = 1; i < 5; i++) {
            desk.admin
                    .post("/api/v1/accounts/" + account + "/invitation", Map.of())
                    .expect(204);
        }
        var refused = stored.nothingBy(() -> desk.admin.post("/api/v1/accounts/" + account + "/invitation", Map.of()));
        assertThat(refused.expect(429, "RATE_LIMITED").header("Retry-After")).isNotNull();
    }
}
