package dev.callout.attacks;

import dev.callout.RunningCallout;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps the session's cookie, and sends forms with the token they came with. */
final class FormBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Caller nobody;
    private String session;

    FormBrowser(RunningCallout callout) {
        nobody = Caller.of(callout)
                .with("Accept", "text/html")
                .with("User-Agent", "Mozilla/5.0 (X11; Linux) Firefox/140");
    }

    String session() {
        return session;
    }

    Answer open(String path) {
        return remember(caller().get(path));
    }

    /** Opens a page and sends a form of it. */
    Answer submit(String page, String action, Map<String, String> fields) {
        var token = CSRF.matcher(open(page).expect(200).text());
        if (!token.find()) {
            throw new AssertionError("No form on " + page);
        }
        return post(action, fields, token.group(1));
    }

    Answer post(String action, Map<String, String> fields, String csrf) {
        var form = fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                + (csrf == null ? "" : "&_csrf=" + encoded(csrf));
        return remember(caller().with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", action, BodyPublishers.ofString(form)));
    }

    Answer signIn(String username, String password) {
        return submit("/sign-in", "/sign-in", Map.of("username", username, "password", password));
    }

    /** Where an answer leads, without the site. */
    static String path(Answer answer) {
        answer.expect(302);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private Caller caller() {
        return session == null ? nobody : nobody.with("Cookie", session);
    }

    private Answer remember(Answer answer) {
        answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .forEach(cookie -> session = cookie.substring(0, cookie.indexOf(';')));
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
