package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.callout.RunningCallout;
import dev.callout.faults.AtOnce;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Inside;
import dev.callout.journeys.Stored;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A33: the second factor lets pass whoever has the app or a recovery code, once each, and nobody who guesses. */
@ExtendWith(RunningCallout.class)
class SecondFactorIT {

    private static final String FACTOR = "/api/v1/auth/second-factor";

    private final RunningCallout callout;
    private final Desk desk;
    private final People people;
    private final Stored stored;
    private final People.Person person;
    private final Caller program;

    SecondFactorIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
        people = new People(callout);
        stored = new Stored(callout);
        person = people.staff("DISPATCHER");
        program = people.with(people.signIn(person.username(), RunningCallout.PASSWORD));
    }

    /** What an authenticator app that knows the secret shows so many steps from now. */
    static String code(String secret, int stepsOff) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"),
                            Instant.now().plusSeconds(30L * stepsOff));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private String begin() {
        return program.post(FACTOR, Map.of("password", RunningCallout.PASSWORD))
                .expect(200)
                .text("secret");
    }

    private List<String> confirm(String secret) {
        var answer = program.post(FACTOR + "/confirmation", Map.of("code", code(secret, -1)))
                .expect(200);
        var codes = new ArrayList<String>();
        answer.at("recoveryCodes").forEach(code -> codes.add(code.asString()));
        return codes;
    }

    private Answer signIn(String code) {
        return desk.nobody.post(
                "/api/v1/auth/token",
                Map.of("username", person.username(), "password", RunningCallout.PASSWORD, "code", code));
    }

    @Test
    void lets_five_codes_be_tried_however_many_come_at_once() throws Exception {
        confirm(begin());
        var answers = AtOnce.each(60, who -> program.post(FACTOR + "/disable", Map.of("code", "00000" + who % 10)));
        assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSizeBetween(1, 5);
        assertThat(program.get(FACTOR).expect(200).flag("on")).isTrue();
    }

    @Test
    void is_asked_for_once_it_is_confirmed() {
        var secret = begin();
        people.signIn(person.username(), RunningCallout.PASSWORD).expect(200);
        confirm(secret);
        people.signIn(person.username(), RunningCallout.PASSWORD).expect(401, "SECOND_FACTOR_REQUIRED");
        people.signIn(person.username(), "wrong").expect(401, "SIGN_IN_FAILED");
        signIn(code(secret, 0)).expect(200);
        assertThat(program.get(FACTOR).expect(200).flag("on")).isTrue();
    }

    @Test
    void tells_nobody_of_a_wrong_code_who_does_not_know_the_password() {
        confirm(begin());
        var guess = Map.of("username", person.username(), "password", "wrong", "code", "000000");
        stored.nothingBy(() -> desk.nobody.post("/api/v1/auth/token", guess)).expect(401, "SIGN_IN_FAILED");
        assertThat(stored.nothingBy(() -> signIn("000000"))
                        .expect(401, "SECOND_FACTOR_WRONG")
                        .text("title"))
                .isEqualTo("The code is wrong, or was used before");
    }

    @Test
    void a_secret_waits_ten_minutes_for_its_first_code() {
        var secret = begin();
        Inside.database(callout)
                .sql("UPDATE second_factor SET begun_at = now() - interval '11 minutes' WHERE account_id = ?")
                .param(person.id())
                .update();
        stored.nothingBy(() -> program.post(FACTOR + "/confirmation", Map.of("code", code(secret, 0))))
                .expect(409, "SECOND_FACTOR_NOT_BEGUN");
        confirm(begin());
    }

    @Test
    void takes_no_code_twice_and_none_of_another_time() {
        var secret = begin();
        confirm(secret);
        stored.nothingBy(() -> signIn(code(secret, -1))).expect(401, "SECOND_FACTOR_WRONG");
        stored.nothingBy(() -> signIn(code(secret, -3))).expect(401, "SECOND_FACTOR_WRONG");
        stored.nothingBy(() -> signIn(code(secret, 3))).expect(401, "SECOND_FACTOR_WRONG");
        var now = code(secret, 0);
        signIn(now).expect(200);
        stored.nothingBy(() -> signIn(now)).expect(401, "SECOND_FACTOR_WRONG");
    }

    @Test
    void lets_guesses_wait() {
        var secret = begin();
        confirm(secret);
        for (var guess = 0; guess < 5; guess++) {
            stored.nothingBy(() -> signIn("000000")).expect(401, "SECOND_FACTOR_WRONG");
        }
        for (var guess = 0; guess < 15; guess++) {
            stored.nothingBy(() -> signIn("000000")).expect(429, "RATE_LIMITED");
        }
        signIn(code(secret, 0)).expect(429, "RATE_LIMITED");
        var log = desk.admin
                .get("/api/v1/audit/security?accountId=" + person.id())
                .expect(200);
        assertThat(log.each("items", "kind")).contains("SECOND_FACTOR_ON", "SECOND_FACTOR_FAILED");
        assertThat(log.text()).doesNotContain(secret, "000000");
    }

    @Test
    void recovery_codes_work_once_each() {
        var codes = confirm(begin());
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        signIn(codes.get(3)).expect(200);
        stored.nothingBy(() -> signIn(codes.get(3))).expect(401, "SECOND_FACTOR_WRONG");
        signIn(codes.get(4).replace("-", "").toUpperCase()).expect(200);
        assertThat(program.get(FACTOR).number("recoveryCodesLeft")).isEqualTo(8);
        program.post(FACTOR + "/recovery-codes", Map.of("code", codes.get(5))).expect(200);
        stored.nothingBy(() -> signIn(codes.get(6))).expect(401, "SECOND_FACTOR_WRONG");
    }

    @Test
    void is_set_up_and_given_up_only_by_who_can_prove_it() {
        stored.nothingBy(() -> program.post(FACTOR, Map.of("password", "wrong")))
                .expect(401, "SIGN_IN_FAILED");
        var secret = begin();
        stored.nothingBy(() -> program.post(FACTOR + "/confirmation", Map.of("code", "000000")))
                .expect(401, "SECOND_FACTOR_WRONG");
        confirm(secret);
        stored.nothingBy(() -> program.post(FACTOR, Map.of("password", RunningCallout.PASSWORD)))
                .expect(409, "ALREADY_EXISTS");
        stored.nothingBy(() -> program.post(FACTOR + "/disable", Map.of("code", "000000")))
                .expect(401, "SECOND_FACTOR_WRONG");
        program.post(FACTOR + "/disable", Map.of("code", code(secret, 0))).expect(204);
        people.signIn(person.username(), RunningCallout.PASSWORD).expect(200);
    }

    @Test
    void an_administrator_resets_it_and_nobody_else() {
        confirm(begin());
        var reset = People.ACCOUNTS + "/" + person.id() + "/second-factor/reset";
        stored.nothingBy(() -> desk.manager.post(reset, Map.of())).expect(403, "NOT_ALLOWED");
        stored.nothingBy(() -> desk.acmeAdmin.post(reset, Map.of())).expect(403, "NOT_ALLOWED");
        desk.admin.post(reset, Map.of()).expect(204);
        people.signIn(person.username(), RunningCallout.PASSWORD).expect(200);
    }

    @Test
    void is_no_secret_to_be_found_in_the_database() {
        var secret = begin();
        var codes = confirm(secret);
        var kept = Inside.database(callout)
                .sql("SELECT encode(secret, 'base64') FROM second_factor WHERE account_id = ?"
                        + " UNION SELECT encode(code_hash, 'escape') FROM recovery_code WHERE account_id = ?")
                .params(person.id(), person.id())
                .query(String.class)
                .list();
        assertThat(kept).hasSize(11);
        assertThat(String.join(" ", kept))
                .doesNotContain(java.util.Base64.getEncoder().encodeToString(new Base32().decode(secret)))
                .doesNotContain(codes.get(0));
    }

    @Test
    void is_the_second_step_at_a_browser() {
        var secret = begin();
        confirm(secret);
        var browser = new FormBrowser(callout);
        assertThat(FormBrowser.path(browser.signIn(person.username(), RunningCallout.PASSWORD)))
                .isEqualTo("/sign-in/code");
        assertThat(FormBrowser.path(browser.open("/"))).as("half is not in").startsWith("/sign-in");
        assertThat(FormBrowser.path(browser.submit("/sign-in/code", "/sign-in/code", Map.of("code", "000000"))))
                .isEqualTo("/sign-in/code?error");
        var half = browser.session();
        assertThat(FormBrowser.path(browser.submit("/sign-in/code", "/sign-in/code", Map.of("code", code(secret, 0)))))
                .isEqualTo("/");
        assertThat(browser.session()).isNotEqualTo(half);
        browser.open("/").expect(200);
        var stranger = new FormBrowser(callout);
        assertThat(FormBrowser.path(stranger.submit("/sign-in/code", "/sign-in/code", Map.of("code", code(secret, 1)))))
                .as("nobody without the password")
                .isEqualTo("/sign-in");
    }
}
