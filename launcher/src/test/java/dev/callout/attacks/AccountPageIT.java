package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import dev.callout.RunningCallout;
import dev.callout.journeys.MailFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages around signing in, in a real browser: an invitation, the account's own page, and a lost password. */
@ExtendWith(RunningCallout.class)
class AccountPageIT {

    private static final String PASSWORD = "correct horse battery";

    private final RunningCallout callout;
    private final List<String> complaints = new ArrayList<>();

    AccountPageIT(RunningCallout callout) {
        this.callout = callout;
    }

    @Test
    void leads_from_the_invitation_to_a_second_factor() {
        var person = new People(callout).invited("DISPATCHER");
        var token = new MailFolder(callout).only(person.email()).token();
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
            var page = browser.newContext().newPage();
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            choosePassword(page, token);
            signIn(page, person.username());
            setUpSecondFactor(page);
            page.navigate(callout.url("/forgot").toString());
            look(page, "forgot");
            browser.close();
        }
        assertThat(complaints).isEmpty();
    }

    private void choosePassword(Page page, String token) {
        page.navigate(callout.url("/set-password?token=" + token).toString());
        page.getByLabel("New password").fill(PASSWORD);
        page.getByLabel("Once more").fill(PASSWORD + "!");
        press(page, "Choose it");
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("not the same");
        look(page, "set-password");
        page.getByLabel("New password").fill(PASSWORD);
        page.getByLabel("Once more").fill(PASSWORD);
        press(page, "Choose it");
        assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Sign in with it");
    }

    private void signIn(Page page, String username) {
        look(page, "sign-in");
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Sign in");
        page.navigate(callout.url("/account").toString());
        assertThat(page.locator("main").innerText()).contains("Chrome", "this one", "Off.");
    }

    private void setUpSecondFactor(Page page) {
        page.getByLabel("Your password").fill(PASSWORD);
        press(page, "Set it up");
        look(page, "enrolment");
        var secret = page.locator("#second-factor ~ p code").first().innerText();
        page.getByLabel("The code it shows now").fill("000000");
        press(page, "Switch it on");
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("not right");
        assertThat(page.locator("main").innerText()).as("shown once").doesNotContain(secret);
        page.getByLabel("The code it shows now").fill(SecondFactorIT.code(secret, 0));
        press(page, "Switch it on");
        look(page, "account");
        assertThat(page.locator(".codes li").count()).isEqualTo(10);
        page.reload();
        assertThat(page.locator(".codes li").count()).as("shown once").isZero();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void look(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
    }
}
