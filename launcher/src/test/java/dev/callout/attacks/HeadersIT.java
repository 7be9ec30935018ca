package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Desk;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A65: exactly these headers, on every kind of answer; a new one is a decision. */
@ExtendWith(RunningCallout.class)
class HeadersIT {

    private static final Map<String, String> ALWAYS = Map.of(
            "content-security-policy",
                    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin",
            "permissions-policy", "camera=(self), geolocation=(self), microphone=(), payment=()",
            "referrer-policy", "same-origin",
            "x-content-type-options", "nosniff",
            "x-frame-options", "DENY",
            "x-xss-protection", "0");

    /** What differs from answer to answer, and tells nothing of the house. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "callout-position",
            "content-language",
            "content-length",
            "content-type",
            "date",
            "etag",
            "keep-alive",
            "connection",
            "location",
            "ratelimit",
            "ratelimit-policy",
            "set-cookie",
            "transfer-encoding",
            "www-authenticate");

    private final Desk desk;
    private final FormBrowser browser;
    private final FormBrowser stranger;

    HeadersIT(RunningCallout callout) {
        desk = new Desk(callout);
        browser = new FormBrowser(callout);
        stranger = new FormBrowser(callout);
    }

    @Test
    void every_answer_says_how_it_may_be_used_and_nothing_of_the_server() {
        browser.signIn("dispatcher", RunningCallout.PASSWORD);
        for (var page : new String[] {"/", "/account", "/nothing-here", "/actuator/env"}) {
            keptToThemselves(browser.open(page));
        }
        for (var page : new String[] {"/", "/sign-in", "/forgot", "/nothing-here"}) {
            keptToThemselves(stranger.open(page));
        }
        var ofAnInvitation = new TreeMap<>(ALWAYS);
        ofAnInvitation.put("referrer-policy", "no-referrer"); // its address is a key
        keptToThemselves(stranger.open("/set-password?token=x"), ofAnInvitation);
        keptToThemselves(desk.nobody.get("/api/v1/auth/me"));
        keptToThemselves(desk.dispatcher.get("/api/v1/auth/me"));
        keptToThemselves(desk.dispatcher.get(Desk.TICKETS));
        keptToThemselves(desk.dispatcher.get(Desk.TICKETS + "/TCK-none"));
        keptToThemselves(desk.dispatcher.get("/actuator/env"));
        keptToThemselves(desk.raise(desk.acmeUser));
        keptToThemselves(desk.acmeUser.json("POST", Desk.TICKETS, "{"));
    }

    @Test
    void what_is_public_may_be_kept_and_is_no_less_guarded() {
        for (var asset : new String[] {"/assets/callout.css", "/assets/callout.svg"}) {
            assertThat(headers(stranger.open(asset).expect(200))).containsAllEntriesOf(ALWAYS);
        }
    }

    private static void keptToThemselves(Answer answer) {
        keptToThemselves(answer, ALWAYS);
    }

    private static void keptToThemselves(Answer answer, Map<String, String> always) {
        var headers = headers(answer);
        assertThat(headers).as(answer.request()).containsAllEntriesOf(always);
        assertThat(headers.get("cache-control")).as(answer.request()).contains("no-store");
        var more = new TreeSet<>(headers.keySet());
        more.removeAll(ALWAYS.keySet());
        more.removeAll(OF_THE_MOMENT);
        assertThat(more).as(answer.request()).isSubsetOf("cache-control", "expires", "pragma", "vary");
    }

    private static Map<String, String> headers(Answer answer) {
        var headers = new TreeMap<String, String>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
        return headers;
    }
}
