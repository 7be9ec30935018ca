package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fuzzer does to the API, done to pages and their forms: a page says no, and never breaks. */
@ExtendWith(RunningCallout.class)
class FormsIT {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** Few enough not to use up the tries that an address has for signing in. */
    private static final List<String> VALUES = List.of("", "\u200b\u202e<script>'--", "x".repeat(100_000));

    private static final Map<String, List<String>> FORMS = Map.of(
            "/sign-in", List.of("username", "password"),
            "/forgot", List.of("username"),
            "/sign-in/code", List.of("code"),
            "/set-password", List.of("token", "password", "again"),
            "/account/password", List.of("current", "password", "again"),
            "/account/second-factor", List.of("password"),
            "/account/second-factor/confirmation", List.of("code"),
            "/account/second-factor/recovery-codes", List.of("code"),
            "/account/second-factor/disable", List.of("code"));

    private final FormBrowser browser;
    private final FormBrowser stranger;
    private final Stored stored;

    FormsIT(RunningCallout callout) {
        var person = new People(callout).staff("SUPPORT");
        browser = new FormBrowser(callout);
        browser.signIn(person.username(), RunningCallout.PASSWORD);
        stranger = new FormBrowser(callout);
        stored = new Stored(callout);
    }

    @Test
    void take_nothing_that_makes_no_sense() {
        var page = CSRF.matcher(browser.open("/account").expect(200).text());
        assertThat(page.find()).isTrue();
        FORMS.forEach((form, fields) -> {
            for (var value : VALUES) {
                var filled = new HashMap<String, String>();
                fields.forEach(field -> filled.put(field, value));
                saysNo(() -> browser.post(form, filled, page.group(1)));
            }
            saysNo(() -> browser.post(form, Map.of(), page.group(1)));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?status=nonsense",
                "/?status=",
                "/?after=nonsense",
                "/?after=LXJhaXNlZEF0ADIwMjYtMDEtMDFUMDA6MDA6MDBaAFRDSy0x", // one of the query side, not sealed
                "/?after=%F0%9F%9A%80",
                "/?after=%00",
                "/sign-in?wait=soon",
                "/sign-in?wait=99999999999999",
                "/sign-in/code?wait=-",
                "/sign-in?next=%2F%2Fevil.test",
                "/set-password?token=%FF",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2f..%2fapplication.yml",
                "/webjars/%5c..%5c",
                "/nothing;x=y",
                "/account/%E2%80%8B"
            })
    void answer_an_address_that_makes_no_sense(String address) {
        saysNo(() -> browser.open(address));
        saysNo(() -> stranger.open(address));
    }

    @Test
    void lead_a_stranger_with_an_endless_address_to_the_form() {
        var endless = "/?x=" + "%41".repeat(2_000);
        assertThat(FormBrowser.path(stranger.open(endless))).startsWith("/sign-in");
        saysNo(() -> browser.open(endless));
    }

    private void saysNo(Supplier<Answer> request) {
        var answer = stored.nothingBy(request);
        assertThat(answer.status())
                .as("%s: %s", answer.request(), answer.text())
                .isLessThan(500);
        assertThat(answer.text()).doesNotContain("Exception", "dev.callout", "at org.", "Tomcat");
    }
}
