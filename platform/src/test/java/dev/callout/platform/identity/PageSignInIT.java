package dev.callout.platform.identity;

import static dev.callout.platform.identity.SignedInCaller.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Role;
import dev.callout.platform.Caller;
import dev.callout.platform.Caller.Answer;
import dev.callout.platform.OnRealPort;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealPort
class PageSignInIT {

    private @Autowired SignedInCaller accounts;
    private @Autowired Credentials credentials;
    private @LocalServerPort int port;
    private Caller browser;
    private Credential ben;
    private String csrf;
    private String firstSession;

    @BeforeEach
    void openTheForm() {
        ben = accounts.open(Role.DISPATCHER, null);
        var form = new Caller(port).get("/sign-in");
        csrf = form.text();
        firstSession = session(form);
        browser = new Caller(port).with("Cookie", firstSession);
    }

    private static String session(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private Answer signIn(String password, String next) {
        return browser.postForm(
                "/sign-in",
                "username=" + ben.username() + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)
                        + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8) + "&next="
                        + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    @Test
    void opens_the_page_that_was_wanted() {
        var sentAway = new Caller(port).get("/board?status=OPEN");
        assertThat(sentAway.status()).isEqualTo(302);
        assertThat(sentAway.header("Location")).endsWith("/sign-in?next=%2Fboard%3Fstatus%3DOPEN");

        var in = signIn(PASSWORD, "/board?status=OPEN");
        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("Location")).endsWith("/board?status=OPEN");
        var board = new Caller(port).with("Cookie", session(in)).get("/board");
        assertThat(board.text()).isEqualTo("DISPATCHER by web");
    }

    @Test
    void asks_the_whole_page_to_go_to_the_form_when_a_part_was_wanted() {
        var part = new Caller(port).with("HX-Request", "true").get("/board");

        assertThat(part.status()).isEqualTo(401);
        assertThat(part.header("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test // A38
    void gives_a_new_session_at_sign_in_in_a_cookie_that_scripts_and_other_sites_cannot_use() {
        var in = signIn(PASSWORD, "/");

        assertThat(session(in)).isNotEqualTo(firstSession);
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
        assertThat(browser.get("/board").status()).isEqualTo(302); // the old one is worth nothing
    }

    @Test // A38
    void loses_a_right_while_signed_in() {
        var signedIn = new Caller(port).with("Cookie", session(signIn(PASSWORD, "/")));
        assertThat(signedIn.get("/board").text()).startsWith("DISPATCHER");

        credentials.changeRole(ben.accountId(), Role.AUDITOR);
        assertThat(signedIn.get("/board").text()).startsWith("AUDITOR");

        credentials.deactivate(ben.accountId());
        assertThat(signedIn.get("/board").status()).isEqualTo(302);
    }

    @ParameterizedTest // A41
    @CsvSource({"//evil.test", "/\\evil.test", "javascript:alert(1)", "https://evil.test/"})
    void goes_nowhere_else(String next) {
        assertThat(signIn(PASSWORD, next).header("Location")).matches("(http://127\\.0\\.0\\.1:\\d+)?/");
    }

    @Test
    void says_wrong_and_says_wait() {
        for (var i = 0; i < 5; i++) {
            assertThat(signIn("wrong", "/board").header("Location")).endsWith("/sign-in?error&next=%2Fboard");
        }
        assertThat(signIn(PASSWORD, "/").header("Location")).matches(".*/sign-in\\?wait=\\d+");
    }

    @Test // A39
    void takes_no_change_without_its_csrf_token() {
        var signedIn = new Caller(port).with("Cookie", session(signIn(PASSWORD, "/")));

        assertThat(signedIn.postForm("/board", "").status()).isEqualTo(403);
        assertThat(signedIn.postForm("/board", "_csrf=" + "x".repeat(96)).status())
                .isEqualTo(403);
        assertThat(signedIn.with("Content-Type", "text/plain")
                        .send("POST", "/board", BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(403);
        assertThat(signedIn.postForm("/sign-out", "").status()).isEqualTo(403);
    }

    @Test
    void signs_nobody_in_to_the_api_by_cookie() {
        var signedIn = new Caller(port).with("Cookie", session(signIn(PASSWORD, "/")));

        assertThat(signedIn.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test // A65
    void answers_with_the_headers_that_keep_a_page_to_itself() {
        var page =
                new Caller(port).with("Cookie", session(signIn(PASSWORD, "/"))).get("/board");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Server")).isNull();
        assertThat(page.header("X-Powered-By")).isNull();
    }

    @Test
    void shows_the_api_documents_without_sign_in_where_they_are_on() {
        var document = new Caller(port).get("/v3/api-docs");

        assertThat(document.status()).isEqualTo(200);
        var post = document.json().path("paths").path("/api/v1/probe").path("post");
        assertThat(post.path("responses").propertyNames())
                .contains("200", "400", "401", "403", "404", "409", "422", "429", "503");
        assertThat(post.path("parameters").toString()).contains("Idempotency-Key");
        assertThat(document.json().path("components").path("schemas").propertyNames())
                .contains("Problem", "FieldProblem");
        assertThat(document.json()
                        .path("components")
                        .path("schemas")
                        .path("Problem")
                        .path("properties")
                        .propertyNames())
                .contains("code", "traceId", "errors")
                .doesNotContain("headers");
        var signIn = document.json().path("paths").path("/api/v1/auth/token").path("post");
        assertThat(signIn.toString()).doesNotContain("Idempotency-Key");
    }
}
