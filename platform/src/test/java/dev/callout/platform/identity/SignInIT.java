package dev.callout.platform.identity;

import static dev.callout.platform.identity.SignedInCaller.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Role;
import dev.callout.platform.Caller;
import dev.callout.platform.Caller.Answer;
import dev.callout.platform.OnRealPort;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.transaction.support.TransactionTemplate;

@OnRealPort
class SignInIT {

    private static final String TOKEN = "/api/v1/auth/token";
    private static final String REFRESH = "/api/v1/auth/refresh";
    private static final String ME = "/api/v1/auth/me";

    private @Autowired SignedInCaller accounts;
    private @Autowired Credentials credentials;
    private @Autowired Passwords passwords;
    private @Autowired FailedSignIns failed;
    private @Autowired SecondFactors secondFactors;
    private @Autowired SecurityLog securityLog;
    private @Autowired JdbcClient database;
    private @Autowired TransactionTemplate transaction;
    private @LocalServerPort int port;
    private Caller caller;
    private Credential anna;

    @BeforeEach
    void open() {
        caller = new Caller(port);
        anna = accounts.open(Role.CUSTOMER_ADMIN, "CUS-acme");
    }

    private Answer signIn(String username, String password) {
        return caller.post(TOKEN, "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
    }

    private Answer refresh(String token) {
        return caller.post(REFRESH, "{\"refreshToken\":\"" + token + "\"}");
    }

    private static String access(Answer answer) {
        return answer.json().path("accessToken").asString();
    }

    private static String refreshToken(Answer answer) {
        return answer.json().path("refreshToken").asString();
    }

    @Test
    void gives_a_token_that_says_who_one_is() {
        var answer = signIn(anna.username().toUpperCase(), PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("tokenType").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expiresIn").asInt()).isEqualTo(1800);
        assertThat(answer.header("Cache-Control")).contains("no-store");

        var me = caller.bearer(access(answer)).get(ME);
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().path("accountId").asString()).isEqualTo(anna.accountId());
        assertThat(me.json().path("role").asString()).isEqualTo("CUSTOMER_ADMIN");
        assertThat(me.json().path("customerId").asString()).isEqualTo("CUS-acme");
        assertThat(me.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void stores_neither_passwords_nor_tokens_in_clear() {
        var token = access(signIn(anna.username(), PASSWORD));

        assertThat(database.sql("select password_hash from credential where account_id = ?")
                        .param(anna.accountId())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
        assertThat(database.sql("select access_hash from sign_in where account_id = ?")
                        .param(anna.accountId())
                        .query(byte[].class)
                        .single())
                .isEqualTo(Tokens.hash(token));
    }

    @Test
    void knows_nobody_without_a_token_or_with_a_wrong_one() {
        var without = caller.get(ME);
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer");

        var wrong = caller.bearer("x".repeat(43)).get(ME);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(caller.bearer("").get(ME).status()).isEqualTo(401);
        assertThat(caller.bearer("a".repeat(7_000)).get(ME).status()).isEqualTo(401);
        assertThat(caller.with("X-Remote-User", "admin").get(ME).status()).isEqualTo(401); // A37
    }

    @Test
    void renews_a_token_once_and_ends_all_of_them_when_it_is_used_again() {
        var first = signIn(anna.username(), PASSWORD);
        var second = refresh(refreshToken(first));

        assertThat(second.status()).isEqualTo(200);
        assertThat(caller.bearer(access(first)).get(ME).status()).isEqualTo(401);
        assertThat(caller.bearer(access(second)).get(ME).status()).isEqualTo(200);

        assertThat(refresh(refreshToken(first)).status()).isEqualTo(401);
        assertThat(caller.bearer(access(second)).get(ME).status()).isEqualTo(401);
        assertThat(refresh(refreshToken(second)).status()).isEqualTo(401);
    }

    @Test
    void keeps_a_guesser_out_where_he_guesses_and_lets_the_owner_in_from_elsewhere() {
        var door = new PasswordSignIn(credentials, passwords, failed, secondFactors, securityLog, 1_000);
        for (var guess = 0; guess < FailedSignIns.FREE_TRIES; guess++) {
            assertThatThrownBy(() -> door.check(anna.username(), "wrong", "10.0.0.1"))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> door.check(anna.username(), PASSWORD, "10.0.0.1"))
                .isInstanceOf(TooManyTries.class);
        assertThat(door.check(anna.username(), PASSWORD, "10.0.0.2").accountId())
                .isEqualTo(anna.accountId());
    }

    @Test
    void keeps_everybody_out_after_many_wrong_tries_from_many_addresses() {
        var door = new PasswordSignIn(credentials, passwords, failed, secondFactors, securityLog, 1_000);
        for (var guess = 0; guess < 50; guess++) {
            var address = "10.0.1." + guess;
            assertThatThrownBy(() -> door.check(anna.username(), "wrong", address))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> door.check(anna.username(), "wrong", "10.0.2.1"))
                .isInstanceOf(TooManyTries.class);
    }

    @Test
    void ends_with_sign_out() {
        var pair = signIn(anna.username(), PASSWORD);
        var signedIn = caller.bearer(access(pair));

        assertThat(signedIn.post("/api/v1/auth/sign-out", "").status()).isEqualTo(204);
        assertThat(signedIn.get(ME).status()).isEqualTo(401);
        assertThat(refresh(refreshToken(pair)).status()).isEqualTo(401);
    }

    @Test
    void ends_when_its_time_is_over() {
        var pair = signIn(anna.username(), PASSWORD);
        database.sql("update sign_in set expires_at = now(), refresh_expires_at = now() where account_id = ?")
                .param(anna.accountId())
                .update();

        assertThat(caller.bearer(access(pair)).get(ME).status()).isEqualTo(401);
        assertThat(refresh(refreshToken(pair)).status()).isEqualTo(401);
    }

    @Test // A38
    void loses_a_right_at_once() {
        var signedIn = caller.bearer(access(signIn(anna.username(), PASSWORD)));
        assertThat(signedIn.get(ME).json().path("role").asString()).isEqualTo("CUSTOMER_ADMIN");

        credentials.changeRole(anna.accountId(), Role.CUSTOMER_USER);
        assertThat(signedIn.get(ME).json().path("role").asString()).isEqualTo("CUSTOMER_USER");

        credentials.deactivate(anna.accountId());
        assertThat(signedIn.get(ME).status()).isEqualTo(401);
        assertThat(signIn(anna.username(), PASSWORD).status()).isEqualTo(401);

        credentials.reactivate(anna.accountId());
        assertThat(signedIn.get(ME).status()).isEqualTo(401);
        assertThat(signIn(anna.username(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void keeps_rights_when_the_change_is_rolled_back() {
        var signedIn = caller.bearer(access(signIn(anna.username(), PASSWORD)));

        transaction.executeWithoutResult(open -> {
            credentials.deactivate(anna.accountId());
            open.setRollbackOnly();
        });

        assertThat(signedIn.get(ME).status()).isEqualTo(200);
    }

    @Test
    void a_new_password_ends_what_was_signed_in_with_the_old_one() {
        var signedIn = caller.bearer(access(signIn(anna.username(), PASSWORD)));

        credentials.changePassword(anna.accountId(), "battery staple");

        assertThat(signedIn.get(ME).status()).isEqualTo(401);
        assertThat(signIn(anna.username(), PASSWORD).status()).isEqualTo(401);
        assertThat(signIn(anna.username(), "battery staple").status()).isEqualTo(200);
    }

    @Test
    void the_last_administrator_who_can_sign_in_stays() {
        var only = onlyAdministrators(1).get(0);
        credentials.open(administrator("invited, with no password yet"), null);

        for (Runnable takeAway : List.<Runnable>of(
                () -> credentials.deactivate(only),
                () -> credentials.changeRole(only, Role.MANAGER),
                () -> credentials.remove(only))) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(open -> takeAway.run()))
                    .isInstanceOfSatisfying(
                            CommandRefused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.LAST_ADMINISTRATOR));
        }
        credentials.changeRole(only, Role.ADMIN);

        credentials.open(administrator("another one"), PASSWORD);
        transaction.executeWithoutResult(open -> credentials.deactivate(only));
        assertThat(credentials.find(only).orElseThrow().active()).isFalse();
    }

    @Test
    void two_administrators_who_take_each_other_away_at_once_leave_one() throws Exception {
        for (var round = 0; round < 10; round++) {
            var both = onlyAdministrators(2);
            var together = new CyclicBarrier(2);
            var gone = both.stream()
                    .map(accountId -> CompletableFuture.supplyAsync(() -> isTakenAway(accountId, together)))
                    .toList()
                    .stream()
                    .filter(CompletableFuture::join)
                    .count();
            assertThat(gone).isEqualTo(1);
            assertThat(credentials.activeAccounts(Role.ADMIN)).hasSize(1).isSubsetOf(both);
        }
    }

    private boolean isTakenAway(String accountId, CyclicBarrier together) {
        try {
            together.await();
            transaction.executeWithoutResult(open -> credentials.deactivate(accountId));
            return true;
        } catch (CommandRefused refused) {
            return false;
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> onlyAdministrators(int count) {
        database.sql("update credential set active = false where role = 'ADMIN'")
                .update();
        return IntStream.range(0, count)
                .mapToObj(n -> {
                    var administrator = administrator("administrator " + n);
                    credentials.open(administrator, PASSWORD);
                    return administrator.accountId();
                })
                .toList();
    }

    private static Credential administrator(String name) {
        var id = "ACC-" + UUID.randomUUID();
        return new Credential(id, name + " " + id, Role.ADMIN, null, null, "en", true);
    }

    @Test
    void opens_no_second_account_of_the_same_name() {
        var sameName = new Credential("ACC-other", anna.username().toUpperCase(), Role.SUPPORT, null, null, "en", true);

        assertThatThrownBy(() -> credentials.open(sameName, PASSWORD))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.USERNAME_TAKEN));
        assertThat(credentials.find("ACC-other")).isEmpty();
        assertThatThrownBy(() -> credentials.changeRole("ACC-other", Role.ADMIN))
                .isInstanceOf(CommandRefused.class);
    }

    @Test // A29, A30
    void lets_a_guesser_wait_whether_or_not_the_user_exists() {
        var texts = new HashSet<String>();
        for (var username : new String[] {anna.username(), "nobody-" + anna.username()}) {
            for (var i = 1; i <= 5; i++) {
                var wrong = caller.with("X-Forwarded-For", "192.0.2." + i)
                        .with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .post(TOKEN, "{\"username\":\"" + username + "\",\"password\":\"wrong\"}");
                assertThat(wrong.status()).isEqualTo(401);
                texts.add(wrong.text());
            }
            var sixth = signIn(username, PASSWORD);
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(sixth.code()).isEqualTo("RATE_LIMITED");
            assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(25, 31);
        }
        assertThat(texts).hasSize(1);
    }

    @Test // A29
    void lets_an_address_wait_that_guesses_many_names() {
        var door = new PasswordSignIn(credentials, passwords, failed, secondFactors, securityLog, 3);
        assertThat(door.check(anna.username(), PASSWORD, "192.0.2.1").accountId())
                .isEqualTo(anna.accountId());
        for (var i = 0; i < 3; i++) {
            var name = "guess-" + i + anna.username();
            assertThatThrownBy(() -> door.check(name, "wrong", "192.0.2.1"))
                    .isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> door.check(anna.username(), PASSWORD, "192.0.2.1"))
                .isInstanceOf(TooManyTries.class);
        assertThat(door.check(anna.username(), PASSWORD, "192.0.2.2")).isNotNull();
    }

    @Test // A30
    void takes_as_long_for_a_user_it_does_not_know() {
        var hash = passwords.hash(PASSWORD);
        var known = bestOf(() -> passwords.matches("wrong", hash));
        var unknown = bestOf(() -> passwords.matches("wrong", null));

        assertThat(unknown).isBetween(known / 2, known * 2);
    }

    /** In processor time: what else the machine does is not the attacker's to see here. */
    private static long bestOf(Runnable work) {
        var thread = ManagementFactory.getThreadMXBean();
        return LongStream.range(0, 10)
                .map(i -> {
                    var start = thread.getCurrentThreadCpuTime();
                    work.run();
                    return thread.getCurrentThreadCpuTime() - start;
                })
                .min()
                .orElseThrow();
    }

    @Test
    void forgets_wrong_tries_after_a_right_one() {
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 4; i++) {
                assertThat(signIn(anna.username(), "wrong").status()).isEqualTo(401);
            }
            assertThat(signIn(anna.username(), PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void refuses_a_name_that_the_database_cannot_hold() {
        assertThat(signIn("a\\u0000b", PASSWORD).status()).isEqualTo(400);
        assertThat(signIn("' or 1=1 --", PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void lets_the_operator_work_with_the_key_file_from_this_machine_only() throws IOException {
        var key = Tokens.fresh();
        var file = Path.of("target/operator-key");
        try {
            Files.writeString(file, key + "\n");
            assertThat(caller.bearer(key).get(ME).json().path("role").asString())
                    .isEqualTo("ADMIN");
            assertThat(caller.bearer(key).get(ME).json().path("channel").asString())
                    .isEqualTo("cli");
            assertThat(caller.bearer(key)
                            .with("X-Forwarded-For", "192.0.2.1")
                            .get(ME)
                            .status())
                    .isEqualTo(401);
            assertThat(caller.bearer(key).get("/actuator/nothing").status()).isEqualTo(404);

            Files.writeString(file, "");
            assertThat(caller.bearer("").get(ME).status()).isEqualTo(401);
            assertThat(caller.bearer(key).get(ME).status()).isEqualTo(401);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test // A62
    void keeps_the_engine_room_shut() {
        assertThat(caller.get("/actuator/health").status()).isEqualTo(200);
        assertThat(caller.get("/actuator/env").status()).isEqualTo(401);
        assertThat(accounts.asDispatcher(port).get("/actuator/env").status()).isEqualTo(403);
        assertThat(accounts.asDispatcher(port).get("/actuator/heapdump").status())
                .isEqualTo(403);
    }
}
