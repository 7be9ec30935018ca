package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import dev.callout.attacks.People.Person;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Inside;
import dev.callout.journeys.MailFolder;
import dev.callout.journeys.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A11, A30 to A32: links that choose a password work once, for the one they were sent to, and tell nobody anything. */
@ExtendWith(RunningCallout.class)
class PasswordLinksIT {

    private static final String NEW_PASSWORD = "a password of my own";

    private final RunningCallout callout;
    private final Caller nobody;
    private final Desk desk;
    private final People people;
    private final MailFolder mails;
    private final Stored stored;
    private final JdbcClient database;

    PasswordLinksIT(RunningCallout callout) {
        this.callout = callout;
        nobody = Caller.of(callout);
        desk = new Desk(callout);
        people = new People(callout);
        mails = new MailFolder(callout);
        stored = new Stored(callout);
        database = Inside.database(callout);
    }

    private Answer choose(String token) {
        return nobody.post("/api/v1/auth/password", Map.of("token", token, "newPassword", NEW_PASSWORD));
    }

    private Answer forgot(String username) {
        return nobody.post("/api/v1/auth/password-reset", Map.of("username", username));
    }

    /** The token of the link that a request brings. */
    private String reset(Person person) {
        var before = mails.to(person.email()).size();
        forgot(person.username()).expect(202);
        var after = mails.to(person.email(), before + 1);
        return after.stream()
                .map(MailFolder.Mail::token)
                .filter(this::isLive)
                .findFirst()
                .orElseThrow();
    }

    private boolean isLive(String token) {
        return database.sql("SELECT exists (SELECT FROM one_time_link"
                        + " WHERE token_hash = sha256(?::bytea) AND ended_at IS NULL)")
                .param(token.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .query(Boolean.class)
                .single();
    }

    @Test
    void somebody_invited_chooses_a_password_and_signs_in() {
        var person = people.invited("SUPPORT");
        people.signIn(person.username(), NEW_PASSWORD).expect(401, "SIGN_IN_FAILED");
        var mail = mails.only(person.email());
        assertThat(mail.subject()).isEqualTo("Choose your password for Callout");
        assertThat(mail.id()).matches("<MAI-[0-9a-f-]{36}@localhost>");
        assertThat(mail.plain()).contains(callout.url() + "/set-password?token=");
        assertThat(mail.html()).contains(callout.url() + "/set-password?token=" + mail.token());
        choose(mail.token()).expect(204);
        people.signIn(person.username(), NEW_PASSWORD).expect(200);
        stored.nothingBy(() -> choose(mail.token())).expect(410, "LINK_GONE");
    }

    @Test
    void a_reset_ends_every_sign_in_and_every_earlier_link() {
        var person = people.staff("SUPPORT");
        var signedIn = people.with(people.signIn(person.username(), RunningCallout.PASSWORD));
        signedIn.get("/api/v1/auth/me").expect(200);
        var first = reset(person);
        var second = reset(person);
        stored.nothingBy(() -> choose(first)).expect(410, "LINK_GONE");
        choose(second).expect(204);
        signedIn.get("/api/v1/auth/me").expect(401);
        people.signIn(person.username(), RunningCallout.PASSWORD).expect(401);
        people.signIn(person.username(), NEW_PASSWORD).expect(200);
    }

    @Test
    void a_link_dies_with_the_password_the_address_and_the_account() {
        var person = people.staff("SUPPORT");
        var beforePassword = reset(person);
        desk.admin
                .post(People.ACCOUNTS + "/" + person.id() + "/password", Map.of("password", "set by somebody"))
                .expect(204);
        stored.nothingBy(() -> choose(beforePassword)).expect(410, "LINK_GONE");
        var beforeAddress = reset(person);
        desk.admin
                .post(People.ACCOUNTS + "/" + person.id() + "/email", Map.of("email", "new-" + person.email()))
                .expect(204);
        stored.nothingBy(() -> choose(beforeAddress)).expect(410, "LINK_GONE");
        var last = reset(new Person(person.id(), person.username(), "new-" + person.email()));
        desk.admin
                .post(People.ACCOUNTS + "/" + person.id() + "/deactivate", Map.of("reason", "left"))
                .expect(204);
        stored.nothingBy(() -> choose(last)).expect(410, "LINK_GONE");
    }

    @Test
    void an_expired_link_is_dead() {
        var person = people.invited("SUPPORT");
        var token = mails.only(person.email()).token();
        database.sql("UPDATE one_time_link SET expires_at = now() - interval '1 second' WHERE account_id = ?")
                .param(person.id())
                .update();
        stored.nothingBy(() -> choose(token)).expect(410, "LINK_GONE");
    }

    @Test
    void what_is_no_link_of_ours_is_unknown() {
        var token = mails.only(people.invited("SUPPORT").email()).token();
        for (var strange : List.of(token.substring(1), token + "A", "x", "%00", token.toLowerCase(), "' or 1=1--")) {
            stored.nothingBy(() -> choose(strange)).expect(404, "NOT_FOUND");
        }
        stored.nothingBy(() -> choose("")).expect(400, "VALIDATION_FAILED");
        stored.nothingBy(() -> nobody.post("/api/v1/auth/password", Map.of("token", token, "newPassword", "short")))
                .expect(400, "VALIDATION_FAILED");
        assertThat(isLive(token)).as("a bad password costs no link").isTrue();
        assertThat(token).as("at least 128 bits").hasSizeGreaterThan(22);
    }

    @Test
    void looking_at_the_page_uses_nothing_up() {
        var token = mails.only(people.invited("SUPPORT").email()).token();
        for (var method : List.of("GET", "HEAD")) {
            var page = nobody.with("Accept", "text/html")
                    .send(method, "/set-password?token=" + token, java.net.http.HttpRequest.BodyPublishers.noBody());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Cache-Control")).contains("no-store");
        }
        choose(token).expect(204);
        for (var dead : List.of(token, "abc")) {
            var page = nobody.with("Accept", "text/html").get("/set-password?token=" + dead);
            assertThat(FormBrowser.path(page)).isEqualTo("/set-password?gone");
        }
    }

    @Test
    void the_old_address_hears_of_a_new_one() {
        var person = people.invited("SUPPORT");
        mails.only(person.email());
        desk.admin
                .post(People.ACCOUNTS + "/" + person.id() + "/email", Map.of("email", "new-" + person.email()))
                .expect(204);
        assertThat(mails.to(person.email(), 2))
                .anySatisfy(mail -> assertThat(mail.subject() + mail.plain() + mail.html())
                        .contains("was changed", person.username())
                        .doesNotContain("new-"));
    }

    @Test
    void sends_three_an_hour_and_answers_the_rest_alike() {
        var person = people.staff("SUPPORT");
        var answers = new ArrayList<String>();
        for (var again = 0; again < 8; again++) {
            answers.add(forgot(person.username()).expect(202).text());
        }
        mails.to(person.email(), 3);
        forgot("nobody-" + person.username()).expect(202);
        await().during(java.time.Duration.ofSeconds(2))
                .until(() -> mails.to(person.email()).size() == 3);
        assertThat(answers).containsOnly("");
        assertThat(database.sql("SELECT count(*) FROM one_time_link WHERE account_id = ? AND ended_at IS NULL")
                        .param(person.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** A30: 30 tries each, in turns; the medians are as near as those of any two rounds. */
    @Test
    void neither_answer_nor_time_tells_whether_there_is_such_a_user() {
        var person = people.staff("SUPPORT");
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (var turn = 0; turn < 30; turn++) {
            known.add(nanos(person.username()));
            unknown.add(nanos("nobody-" + turn));
        }
        assertThat(Math.abs(median(known) - median(unknown)) / 1e6)
                .as("milliseconds between the medians")
                .isLessThan(50);
        stored.nothingBy(() -> forgot("nobody-at-all")).expect(202);
    }

    private long nanos(String username) {
        var begun = System.nanoTime();
        var answer = forgot(username).expect(202);
        assertThat(answer.text()).isEmpty();
        return System.nanoTime() - begun;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void an_invitation_needs_an_address_and_takes_no_second_header() {
        for (var address : List.of(
                "a@b.example\r\nBcc: evil@evil.test",
                "a@b.example, evil@evil.test",
                "<a@b.example>",
                "a b@c.d",
                "@",
                "")) {
            var body = People.body("x-" + System.nanoTime(), "SUPPORT");
            body.put("email", address);
            stored.nothingBy(() -> desk.admin.post(People.ACCOUNTS, body)).expect(400, "VALIDATION_FAILED");
        }
        var neither = People.body("x-" + System.nanoTime(), "SUPPORT");
        neither.remove("email");
        stored.nothingBy(() -> desk.admin.post(People.ACCOUNTS, neither)).expect(400, "VALIDATION_FAILED");
    }

    @Test
    void a_sent_link_is_nowhere_in_the_database() {
        var person = people.invited("SUPPORT");
        var mail = mails.only(person.email());
        var row = desk.manager.get("/api/v1/mail?pageSize=200").expect(200);
        assertThat(row.text()).contains(person.email()).doesNotContain(mail.token());
        await().untilAsserted(() -> assertThat(
                        database.sql("SELECT body IS NULL AND state = 'SENT' FROM mail WHERE person_id = ?")
                                .param(person.id())
                                .query(Boolean.class)
                                .single())
                .isTrue());
        desk.dispatcher.get("/api/v1/mail").expect(403, "NOT_ALLOWED");
        desk.acmeAdmin.get("/api/v1/mail").expect(403, "NOT_ALLOWED");
        stored.nothingBy(() -> desk.manager.post("/api/v1/mail/MAI-none/retry", Map.of()))
                .expect(404, "NOT_FOUND");
    }

    /** A31: whatever the request says it was sent to, the link leads to us. */
    @Test
    void a_poisoned_host_poisons_no_link() throws Exception {
        var person = people.staff("SUPPORT");
        var body = "{\"username\":\"" + person.username() + "\"}";
        for (var head : List.of(
                "POST /api/v1/auth/password-reset HTTP/1.1\r\nHost: evil.test\r\nX-Forwarded-Host: evil.test",
                "POST http://evil.test/api/v1/auth/password-reset HTTP/1.1\r\nHost: evil.test",
                "POST /api/v1/auth/password-reset HTTP/1.1\r\nHost: evil.test\r\nHost: evil.test")) {
            assertThat(raw(head, body)).containsAnyOf(" 202 ", " 400 ");
        }
        mails.to(person.email(), 2)
                .forEach(mail -> assertThat(mail.plain() + mail.html())
                        .contains(callout.url().toString())
                        .doesNotContain("evil"));
    }

    /** From an address of its own, or nobody else here could ask for a password any more. */
    @Test
    void one_address_asks_for_so_many_passwords_an_hour() throws Exception {
        var head = "POST /api/v1/auth/password-reset HTTP/1.1\r\nHost: localhost";
        for (var asked = 0; asked < 120; asked++) {
            assertThat(raw("127.0.0.99", head, "{\"username\":\"nobody\"}")).contains(" 202 ");
        }
        assertThat(raw("127.0.0.99", head, "{\"username\":\"nobody\"}"))
                .contains(" 429 ", "Retry-After: ", "RATE_LIMITED");
        forgot("nobody").expect(202);
    }

    private String raw(String head, String body) throws Exception {
        return raw("127.0.0.1", head, body);
    }

    private String raw(String from, String head, String body) throws Exception {
        var here = java.net.InetAddress.getByName(from);
        try (var socket = new java.net.Socket("127.0.0.1", callout.url().getPort(), here, 0)) {
            socket.getOutputStream()
                    .write((head + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        }
    }
}
