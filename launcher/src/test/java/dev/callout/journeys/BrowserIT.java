package dev.callout.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import dev.callout.RunningCallout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The screens in a real browser: signing in and out, the board, one's own tickets, and not one complaint about it. */
@ExtendWith(RunningCallout.class)
class BrowserIT {

    private static Playwright playwright;
    private static Browser browser;

    private final RunningCallout callout;
    private final Desk desk;
    private final List<String> complaints = new ArrayList<>();

    BrowserIT(RunningCallout callout) {
        this.callout = callout;
        desk = new Desk(callout);
    }

    @BeforeAll
    static void start() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    /** A person's own browser; it writes down what it complains of, breaches of the content policy among it. */
    private Page signedIn(String username) {
        var page = browser.newContext().newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        page.navigate(callout.url("/").toString());
        assertThat(page.url()).contains("/sign-in");
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password").fill(RunningCallout.PASSWORD);
        button(page, "Sign in").click();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Turns the pages until the text is there; from the front again where the view was still to learn of it. */
    private void turnTo(String text, Page page) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            var next = page.locator("#next");
            if (!list(page).contains(text)) {
                page.navigate(callout.url(next.count() == 0 ? "/" : next.getAttribute("href"))
                        .toString());
            }
            return list(page).contains(text);
        });
    }

    private static String list(Page page) {
        return page.locator("#list").innerText();
    }

    @Test
    void shows_the_board_to_a_dispatcher() {
        var raised = desk.consumer
                .post(Desk.TICKETS, Desk.problem("customerPriority", "URGENT"))
                .expect(201);
        desk.dispatcher.after(raised).get(Desk.TICKETS).expect(200);
        var page = signedIn("dispatcher");
        assertThat(page.title()).startsWith("Ticket board");
        assertThat(page.locator("header").innerText()).contains("Dispatcher");
        turnTo(raised.text("number"), page); // the most urgent first, and other tests have raised many
        assertThat(list(page)).contains("Printer is silent", "Urgent", "Carl Jensen");
        button(page, "Sign out").click();
        assertThat(page.getByRole(AriaRole.STATUS).innerText()).isEqualTo("You are signed out.");
        page.navigate(callout.url("/").toString());
        assertThat(page.url()).as("the session is over").contains("/sign-in");
        assertThat(complaints).isEmpty();
    }

    @Test
    void leads_from_the_board_to_a_ticket_and_what_is_promised_for_it() throws IOException {
        var raised = desk.consumer
                .post(Desk.TICKETS, Desk.problem("customerPriority", "URGENT"))
                .expect(201);
        var number = raised.text("number");
        desk.dispatcher.after(raised).get(Desk.TICKETS).expect(200);
        desk.dispatcher
                .after(raised)
                .get("/api/v1/service-desk/sla-tracking/" + number)
                .expect(200);
        var page = signedIn("dispatcher");
        turnTo(number, page);
        var line = page.locator("tr", new Page.LocatorOptions().setHasText(number));
        assertThat(line.innerText()).containsPattern("in \\d+ (min|h|d)").contains("first response");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number))
                .click();
        page.waitForURL("**/tickets/" + number);
        assertThat(page.title()).isEqualTo(number + " Printer is silent · Callout");
        assertThat(page.locator("main").innerText())
                .contains("First response", "Resolution", "Standard SLA, version", "No promise is broken so far.")
                .contains("Carl Jensen raised the ticket", "promised: first response by ");
        var certificate = page.waitForDownload(
                () -> page.getByText("Certificate of every second").click());
        assertThat(Files.readAllBytes(certificate.path())).startsWith('%', 'P', 'D', 'F');
        assertThat(complaints).isEmpty();
    }

    @Test
    void fits_on_a_phone() {
        var ticket = desk.raise(desk.acmeUser);
        desk.dispatcher.after(ticket).get(Desk.TICKETS).expect(200);
        desk.dispatcher
                .after(ticket)
                .get("/api/v1/service-desk/sla-tracking/" + ticket.id())
                .expect(200);
        var page = signedIn("dispatcher");
        page.setViewportSize(390, 844);
        for (var address : List.of("/", "/tickets/" + ticket.text("number"))) {
            page.navigate(callout.url(address).toString());
            page.locator("summary").all().forEach(Locator::click);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(address)
                    .isEqualTo(390);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void shows_a_customer_only_their_own() {
        var mine = desk.raise(desk.acmeUser);
        var foreign = desk.raise(desk.consumer);
        desk.acmeUser.after(mine).get(Desk.TICKETS).expect(200);
        desk.consumer.after(foreign).get(Desk.TICKETS).expect(200);
        var page = signedIn("acme-user");
        assertThat(page.title()).startsWith("My tickets");
        assertThat(list(page)).contains(mine.text("number")).doesNotContain(foreign.text("number"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void runs_no_script_that_came_in_a_ticket() {
        var attack = "<img src=x onerror=\"console.error('run')\"><script>console.error('run')</script>";
        var raised =
                desk.acmeUser.post(Desk.TICKETS, Desk.problem("title", attack)).expect(201);
        desk.acmeUser.after(raised).get(Desk.TICKETS).expect(200);
        desk.dispatcher.after(raised).get(Desk.TICKETS).expect(200);
        for (var reader : List.of("acme-user", "dispatcher")) {
            turnTo(attack, signedIn(reader));
        }
        assertThat(complaints).isEmpty();
    }
}
