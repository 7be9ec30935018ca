package dev.callout.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The staff's page of a ticket is for staff: others learn not even which tickets there are. */
@ExtendWith(RunningCallout.class)
class TicketPageIT {

    private final Desk desk;
    private final FormBrowser browser;

    TicketPageIT(RunningCallout callout) {
        desk = new Desk(callout);
        browser = new FormBrowser(callout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-admin", "acme-user", "consumer", "guest"})
    void is_closed_to_customers_whatever_ticket_they_ask_for(String customer) {
        var raised = desk.raise(desk.acmeUser);
        browser.signIn(customer, RunningCallout.PASSWORD);
        for (var ticket : List.of(raised.text("number"), raised.id(), "TKT0")) {
            for (var page : List.of("/tickets/" + ticket, "/tickets/" + ticket + "/certificate")) {
                assertThat(browser.open(page).expect(403).text())
                        .as(page)
                        .contains("This is not for your role")
                        .doesNotContain("Printer", "Promises", raised.id());
            }
        }
    }

    @Test
    void of_a_ticket_that_never_was_is_not_there() {
        browser.signIn("dispatcher", RunningCallout.PASSWORD);
        for (var page : List.of("/tickets/TKT0", "/tickets/TCK-none", "/tickets/TKT0/certificate")) {
            browser.open(page).expect(404);
        }
    }

    @Test
    void asks_strangers_to_sign_in() {
        var raised = desk.raise(desk.acmeUser);
        assertThat(FormBrowser.path(browser.open("/tickets/" + raised.text("number"))))
                .startsWith("/sign-in");
    }
}
