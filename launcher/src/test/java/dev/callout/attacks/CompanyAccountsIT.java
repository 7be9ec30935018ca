package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Desk;
import dev.callout.journeys.MailFolder;
import dev.callout.journeys.Stored;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RO-08, A09: a customer's administrator looks after the accounts of the own company, and of no other. */
@ExtendWith(RunningCallout.class)
class CompanyAccountsIT {

    private final Desk desk;
    private final People people;
    private final Stored stored;
    private final MailFolder mails;
    private final String acme;

    CompanyAccountsIT(RunningCallout callout) {
        desk = new Desk(callout);
        people = new People(callout);
        stored = new Stored(callout);
        mails = new MailFolder(callout);
        acme = Desk.customerOf(desk.acmeAdmin);
    }

    private Answer open(String role, String customerId) {
        var body = People.body("c-" + UUID.randomUUID(), role);
        body.put("customerId", customerId);
        body.put("contactId", Desk.contactOf(desk.acmeUser));
        return desk.acmeAdmin.post(People.ACCOUNTS, body);
    }

    private static String path(String accountId, String step) {
        return People.ACCOUNTS + "/" + accountId + "/" + step;
    }

    @Test
    void invites_changes_and_ends_colleagues() {
        var name = "c-" + UUID.randomUUID();
        var body = People.body(name, "CUSTOMER_USER"); // whose, goes without saying
        body.put("contactId", Desk.contactOf(desk.acmeUser));
        var opened = desk.acmeAdmin.post(People.ACCOUNTS, body).expect(201);
        var id = opened.id();
        var account =
                desk.acmeAdmin.after(opened).get(People.ACCOUNTS + "/" + id).expect(200);
        assertThat(account.text("customerId")).isEqualTo(acme);
        assertThat(account.text("username")).isEqualTo(opened.text("username"));
        mails.only(name + "@people.example");
        desk.acmeAdmin.post(path(id, "invitation"), Map.of()).expect(204);
        desk.acmeAdmin.post(path(id, "role"), Map.of("role", "GUEST")).expect(204);
        desk.acmeAdmin.post(path(id, "deactivate"), Map.of("reason", "left")).expect(204);
        var back = desk.acmeAdmin.post(path(id, "reactivate"), Map.of()).expect(204);
        assertThat(desk.acmeAdmin
                        .after(back)
                        .get(People.ACCOUNTS + "?pageSize=200")
                        .expect(200)
                        .each("items", "accountId"))
                .contains(id);
    }

    @Test
    void learns_of_no_user_name_of_others() {
        for (var taken : new String[] {"technician", "consumer", "admin"}) {
            var body = People.body(taken, "CUSTOMER_USER");
            body.put("contactId", Desk.contactOf(desk.acmeUser));
            var opened = desk.acmeAdmin.post(People.ACCOUNTS, body).expect(201);
            assertThat(opened.text("username")).matches(taken + "\\.[0-9a-f]{6}");
            stored.nothingBy(() -> desk.acmeAdmin.post(People.ACCOUNTS, body)).expect(409, "USERNAME_TAKEN"); // its own
        }
        stored.nothingBy(() -> desk.admin.post(People.ACCOUNTS, People.body("technician", "TECHNICIAN")))
                .expect(409, "USERNAME_TAKEN"); // the house may know
    }

    @Test
    void sees_nobody_else() {
        var all = desk.acmeAdmin.get(People.ACCOUNTS + "?pageSize=200").expect(200);
        assertThat(all.each("items", "customerId")).isNotEmpty().containsOnly(acme);
        for (var foreign : new String[] {Desk.accountOf(desk.consumer), Desk.accountOf(desk.technician)}) {
            desk.acmeAdmin.get(People.ACCOUNTS + "/" + foreign).expect(404, "NOT_FOUND");
        }
        desk.acmeUser.get(People.ACCOUNTS).expect(403);
    }

    @Test
    void touches_nobody_else() {
        for (var foreign : new String[] {Desk.accountOf(desk.consumer), Desk.accountOf(desk.technician)}) {
            stored.nothingBy(() -> desk.acmeAdmin.post(path(foreign, "role"), Map.of("role", "GUEST")))
                    .expect(404, "NOT_FOUND");
            stored.nothingBy(() -> desk.acmeAdmin.post(path(foreign, "deactivate"), Map.of("reason", "x")))
                    .expect(404, "NOT_FOUND");
            stored.nothingBy(() -> desk.acmeAdmin.post(path(foreign, "reactivate"), Map.of()))
                    .expect(404, "NOT_FOUND");
            stored.nothingBy(() -> desk.acmeAdmin.post(path(foreign, "invitation"), Map.of()))
                    .expect(404, "NOT_FOUND");
            stored.nothingBy(() -> desk.acmeAdmin.post(path(foreign, "email"), Map.of("email", "evil@evil.test")))
                    .expect(404, "NOT_FOUND");
            stored.nothingBy(() -> desk.acmeAdmin.post(path(foreign, "password"), Map.of("password", "mine from now")))
                    .expect(404, "NOT_FOUND");
        }
        stored.nothingBy(() -> open("CUSTOMER_USER", Desk.customerOf(desk.consumer)))
                .expect(404, "NOT_FOUND");
    }

    @Test
    void makes_nobody_who_would_see_nothing() {
        var body = People.body("c-" + UUID.randomUUID(), "CUSTOMER_USER");
        var refused = stored.nothingBy(() -> desk.acmeAdmin.post(People.ACCOUNTS, body));
        assertThat(refused.expect(400, "VALIDATION_FAILED").each("errors", "field"))
                .containsExactly("contactId");
        body.put("role", "GUEST");
        var guest = desk.acmeAdmin.post(People.ACCOUNTS, body).expect(201).id();
        stored.nothingBy(() -> desk.acmeAdmin.post(path(guest, "role"), Map.of("role", "CUSTOMER_USER")))
                .expect(422, "INVALID_VALUE");
    }

    @Test
    void gives_no_role_but_those_of_a_company() {
        for (var role : new String[] {"ADMIN", "MANAGER", "AUDITOR", "CONSUMER", "SYSTEM"}) {
            stored.nothingBy(() -> open(role, acme)).expect(403, "NOT_ALLOWED");
            stored.nothingBy(() ->
                            desk.acmeAdmin.post(path(Desk.accountOf(desk.acmeUser), "role"), Map.of("role", role)))
                    .expect(403, "NOT_ALLOWED");
        }
    }

    @Test
    void does_not_set_a_colleagues_password() {
        stored.nothingBy(() -> desk.acmeAdmin.post(
                        path(Desk.accountOf(desk.acmeUser), "password"), Map.of("password", "mine from now")))
                .expect(404, "NOT_FOUND");
    }

    @Test
    void nobody_changes_the_own_role() {
        for (var somebody :
                new dev.callout.journeys.Caller[] {desk.acmeAdmin, desk.manager, desk.admin, desk.acmeUser}) {
            stored.nothingBy(() ->
                            somebody.post(path(Desk.accountOf(somebody), "role"), Map.of("role", "CUSTOMER_ADMIN")))
                    .expect(403, "NOT_ALLOWED");
        }
        var colleague = people.of(desk.acmeUser, "CUSTOMER_USER");
        var own = people.with(people.signIn(colleague.username(), RunningCallout.PASSWORD));
        stored.nothingBy(() -> own.post(path(Desk.accountOf(desk.acmeAdmin), "role"), Map.of("role", "GUEST")))
                .expect(403, "NOT_ALLOWED");
    }
}
