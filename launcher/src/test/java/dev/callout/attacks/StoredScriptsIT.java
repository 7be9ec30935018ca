package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.callout.RunningCallout;
import dev.callout.api.identity.Role;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Desk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A13, A16: scripts and templates in every field that a page shows, looked at in a real browser. Text stays text. */
@ExtendWith(RunningCallout.class)
class StoredScriptsIT {

    private static final String SUM = "2718281"; // of what the templates would add up
    private static final String ATTACK =
            "\"'><img src=x onerror=alert(1)><svg onload=alert(2)><script>alert(3)</script>"
                    + "{{2718280+1}}${2718280+1}[[${2718280+1}]]#{2718280+1}__${2718280+1}__";

    private final RunningCallout callout;
    private final Desk desk;
    private final List<String> heard = new ArrayList<>();

    StoredScriptsIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
    }

    @Test
    void are_shown_and_never_run() {
        var customer = desk.admin
                .post("/api/v1/customers", Map.of("kind", "BUSINESS", "name", ATTACK))
                .expect(201)
                .id();
        var contact = desk.admin
                .post("/api/v1/customers/" + customer + "/contacts", Map.of("name", ATTACK))
                .expect(201)
                .id();
        var user = account(Role.CUSTOMER_USER, customer, contact);
        var technician = account(Role.TECHNICIAN, null, null);
        var problem = Desk.problem("title", ATTACK);
        problem.putAll(Map.of("description", ATTACK, "product", ATTACK, "customerPriority", "URGENT"));
        var raised = desk.nobody.as(user).post(Desk.TICKETS, problem).expect(201);
        desk.step(
                desk.dispatcher,
                raised.id(),
                "assign",
                Map.of("technicianId", Desk.accountOf(desk.nobody.as(technician)), "reason", ATTACK));

        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-background-networking")))) {
            look(signedIn(browser, user), raised);
            look(signedIn(browser, technician), raised);
            look(listening(browser), raised);
        }
        assertThat(heard).isEmpty();
    }

    /** Every page there is, also asked for with the attack in its address. */
    private void look(Page page, Answer raised) {
        var encoded = URLEncoder.encode(ATTACK, StandardCharsets.UTF_8);
        for (var address : List.of(
                "/",
                "/?status=" + encoded,
                "/tickets/" + raised.text("number"),
                "/tickets/" + encoded,
                "/account",
                "/sign-in?error=" + encoded,
                "/forgot",
                "/set-password?token=" + encoded,
                "/nothing/" + raised.id() + "?x=" + encoded)) {
            page.navigate(callout.url(address).toString());
            assertThat(page.content()).as(address).doesNotContain(SUM);
            assertThat(page.locator("img").count()).as("images on %s", address).isZero();
        }
        page.close();
    }

    private Page signedIn(Browser browser, String username) {
        var page = listening(browser);
        page.navigate(callout.url("/sign-in").toString());
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password").fill(RunningCallout.PASSWORD);
        page.locator("main button").first().click();
        await().until(() -> {
            page.navigate(callout.url("/").toString());
            return page.locator("body").innerText().contains("<svg onload=alert(2)>"); // its own name, at the least
        });
        return page;
    }

    private Page listening(Browser browser) {
        var page = browser.newContext().newPage();
        page.onDialog(dialog -> {
            heard.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("SyntaxError")) {
                heard.add(message.text()); // stopped by the last line of defense alone
            }
        });
        page.onPageError(heard::add);
        return page;
    }

    private String account(Role role, String customerId, String contactId) {
        var username = "scripted-" + UUID.randomUUID();
        var body = new HashMap<String, Object>(
                Map.of("username", username, "displayName", ATTACK, "role", role, "password", RunningCallout.PASSWORD));
        body.put("customerId", customerId);
        body.put("contactId", contactId);
        desk.admin.post("/api/v1/accounts", body).expect(201);
        return username;
    }

    /** A16: a script is stored and served as bytes to save, and no cookie opens it. */
    @Test
    void uploaded_as_a_file_are_no_source_of_scripts() {
        var ticket = desk.created();
        var files = Desk.TICKETS + "/" + ticket + "/attachments";
        var key = UUID.randomUUID().toString();
        var script = "alert(4)//".getBytes(StandardCharsets.UTF_8);
        var file = files + "/"
                + desk.acmeUser
                        .attach(key, files, "x.js", "text/javascript", script, false)
                        .id();
        var served = desk.acmeUser.get(file).expect(200);
        assertThat(served.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(served.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(served.header("Content-Disposition")).startsWith("attachment");
        var browser = new FormBrowser(callout);
        browser.signIn("acme-user", RunningCallout.PASSWORD);
        browser.open(file).expect(401);
    }
}
