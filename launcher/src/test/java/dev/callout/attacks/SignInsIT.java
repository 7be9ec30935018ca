package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Stored;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A38: sign-ins can be seen and ended, and what is taken away from an account is gone from them within a minute. */
@ExtendWith(RunningCallout.class)
class SignInsIT {

    private static final String SIGN_INS = "/api/v1/auth/sign-ins";
    private static final String ME = "/api/v1/auth/me";

    private final RunningCallout callout;
    private final Desk desk;
    private final People people;
    private final Stored stored;

    SignInsIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        people = new People(callout);
        stored = new Stored(callout);
    }

    private Caller program(People.Person person) {
        return people.with(people.signIn(person.username(), RunningCallout.PASSWORD));
    }

    private FormBrowser browser(People.Person person) {
        var browser = new FormBrowser(callout);
        var before = browser.open("/sign-in").expect(200);
        assertThat(before.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("HttpOnly"));
        var first = browser.session();
        assertThat(FormBrowser.path(browser.signIn(person.username(), RunningCallout.PASSWORD)))
                .isEqualTo("/");
        assertThat(browser.session()).as("a new session at sign-in").isNotEqualTo(first);
        browser.open("/").expect(200);
        return browser;
    }

    @Test
    void nobody_is_linked_to_an_issuer_that_is_not_trusted() {
        var path = People.ACCOUNTS + "/" + people.staff("DISPATCHER").id() + "/identity";
        var identity = Map.of("issuer", "https://evil.test", "subject", "somebody");
        stored.nothingBy(() -> desk.manager.post(path, identity)).expect(403, "NOT_ALLOWED");
        stored.nothingBy(() -> desk.acmeAdmin.post(path, identity)).expect(403, "NOT_ALLOWED");
        stored.nothingBy(() -> desk.admin.post(path, identity)).expect(422, "INVALID_VALUE");
        stored.nothingBy(() -> desk.admin.post(path, Map.of("issuer", "https://evil.test")))
                .expect(400, "VALIDATION_FAILED");
    }

    @Test
    void shows_programs_and_browsers_and_ends_them_at_once() {
        var person = people.staff("DISPATCHER");
        var program = program(person);
        var other = program(person);
        var browser = browser(person);
        var list = program.get(SIGN_INS).expect(200);
        assertThat(list.each("items", "kind")).containsExactlyInAnyOrder("PROGRAM", "PROGRAM", "BROWSER");
        assertThat(list.each("items", "agent")).contains("Firefox on Linux");
        assertThat(list.each("items", "current")).containsOnlyOnce("true");
        var kinds = list.each("items", "kind");
        var ids = list.each("items", "signInId");
        program.delete(SIGN_INS + "/" + ids.get(kinds.indexOf("BROWSER"))).expect(204);
        assertThat(FormBrowser.path(browser.open("/"))).startsWith("/sign-in");
        other.get(ME).expect(200);
        program.delete(SIGN_INS).expect(204);
        other.get(ME).expect(401);
        program.get(ME).expect(200);
        assertThat(program.get(SIGN_INS).expect(200).at("items")).hasSize(1);
    }

    @Test
    void keeps_everybody_but_administrators_to_their_own() {
        var person = people.staff("DISPATCHER");
        var program = program(person);
        var id = program.get(SIGN_INS).expect(200).each("items", "signInId").get(0);
        stored.nothingBy(() -> desk.technician.delete(SIGN_INS + "/" + id)).expect(404, "NOT_FOUND");
        stored.nothingBy(() -> desk.technician.delete(SIGN_INS + "/" + id + "?accountId=" + person.id()))
                .expect(403, "NOT_ALLOWED");
        stored.nothingBy(() -> desk.acmeAdmin.delete(SIGN_INS + "?accountId=" + person.id()))
                .expect(404, "NOT_FOUND");
        desk.manager.get(SIGN_INS + "?accountId=" + person.id()).expect(403, "NOT_ALLOWED");
        desk.consumer.get(SIGN_INS + "?accountId=" + person.id()).expect(404, "NOT_FOUND");
        program.get(ME).expect(200);
        desk.admin.get(SIGN_INS + "?accountId=" + person.id()).expect(200);
        desk.admin.delete(SIGN_INS + "?accountId=" + person.id()).expect(204);
        program.get(ME).expect(401);
    }

    @Test
    void a_session_is_over_after_signing_out() {
        var person = people.staff("DISPATCHER");
        var browser = browser(person);
        var cookie = browser.session();
        assertThat(FormBrowser.path(browser.submit("/", "/sign-out", Map.of()))).isEqualTo("/sign-in?bye");
        var again = Caller.of(callout)
                .with("Accept", "text/html")
                .with("Cookie", cookie)
                .get("/");
        assertThat(FormBrowser.path(again)).startsWith("/sign-in");
        assertThat(program(person).get(SIGN_INS).each("items", "kind")).containsOnly("PROGRAM");
    }

    @Test
    void a_role_taken_away_is_lost_within_a_minute() {
        var person = people.staff("MANAGER");
        var program = program(person);
        var browser = browser(person);
        program.get("/api/v1/mail").expect(200);
        assertThat(browser.open("/").text()).contains("Manager");
        role(person, "DISPATCHER");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> program.get("/api/v1/mail").status() == 403
                        && browser.open("/").text().contains("Dispatcher"));
    }

    @Test
    void an_account_deactivated_is_out_within_a_minute() {
        var person = people.staff("MANAGER");
        var program = program(person);
        var browser = browser(person);
        desk.admin
                .post(People.ACCOUNTS + "/" + person.id() + "/deactivate", Map.of("reason", "left"))
                .expect(204);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        program.get(ME).status() == 401 && browser.open("/").status() == 302);
        people.signIn(person.username(), RunningCallout.PASSWORD).expect(401, "SIGN_IN_FAILED");
    }

    private void role(People.Person person, String role) {
        desk.admin
                .post(People.ACCOUNTS + "/" + person.id() + "/role", Map.of("role", role))
                .expect(204);
    }

    /** A39: forms without the session's token do nothing. */
    @Test
    void takes_no_form_from_elsewhere() {
        var person = people.staff("DISPATCHER");
        var browser = browser(person);
        for (var action : new String[] {
            "/account/password", "/account/second-factor", "/account/sign-ins/end-others", "/forgot", "/set-password"
        }) {
            assertThat(stored.nothingBy(() -> browser.post(action, Map.of("password", "x"), null))
                            .status())
                    .isEqualTo(403);
            assertThat(stored.nothingBy(() -> browser.post(action, Map.of("password", "x"), "made-up"))
                            .status())
                    .isEqualTo(403);
        }
    }

    /** A37: names in headers sign nobody in. */
    @Test
    void believes_no_header_that_says_who_it_is() {
        for (var header : new String[] {"X-Remote-User", "X-Forwarded-User", "REMOTE_USER"}) {
            stored.nothingBy(() -> desk.nobody.with(header, "admin").get(ME)).expect(401);
        }
        stored.nothingBy(() -> desk.nobody.with("X-Original-URL", ME).get("/api/v1/mail"))
                .expect(401);
        stored.nothingBy(() ->
                        desk.technician.with("X-HTTP-Method-Override", "DELETE").post(SIGN_INS, Map.of()))
                .expect(405);
    }

    @Test
    void notes_what_happened_for_the_auditor() {
        var person = people.staff("DISPATCHER");
        people.signIn(person.username(), "wrong").expect(401);
        var program = program(person);
        program.post(People.ACCOUNTS + "/" + person.id() + "/role", Map.of("role", "ADMIN"))
                .expect(403);
        var log = desk.nobody
                .as("auditor")
                .get("/api/v1/audit/security?accountId=" + person.id())
                .expect(200);
        assertThat(log.each("items", "kind")).containsExactly("RIGHT_REFUSED", "SIGNED_IN", "SIGN_IN_FAILED");
        assertThat(log.text()).doesNotContain("wrong", person.username());
        desk.manager.get("/api/v1/audit/security").expect(403, "NOT_ALLOWED");
        desk.acmeAdmin.get("/api/v1/audit/security").expect(403, "NOT_ALLOWED");
        var page = desk.admin.get("/api/v1/audit/security?pageSize=1").expect(200);
        desk.admin
                .get("/api/v1/audit/security?pageSize=1&after=" + page.text("next"))
                .expect(200);
        desk.admin.get("/api/v1/audit/security?kind=NAPPED").expect(400, "INVALID_FILTER");
    }
}
