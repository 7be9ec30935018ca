package dev.callout.web.ticket;

import dev.callout.api.ticket.CustomerTicket;
import dev.callout.api.ticket.FindCustomerTicket;
import dev.callout.web.frame.SignedIn;
import dev.callout.web.frame.WallClock;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/** One of a customer's own tickets: how it stands, what is waited for, why it ended, and what was said. It only shows. */
@Controller
class MyTicketPage {

    private final QueryGateway queries;
    private final WallClock wallClock;

    MyTicketPage(QueryGateway queries, WallClock wallClock) {
        this.queries = queries;
        this.wallClock = wallClock;
    }

    @GetMapping("/my-tickets/{ticket}")
    String page(
            @PathVariable String ticket,
            @ModelAttribute(name = "signedIn", binding = false) SignedIn signedIn,
            Model model) {
        var actor = signedIn.actor();
        var shown = queries.query(
                        new FindCustomerTicket(actor.customerId(), actor.visibleContact(), ticket, null),
                        CustomerTicket.class)
                .join();
        model.addAttribute("ticket", MyTicketSheet.of(shown, wallClock));
        return "ticket/my-ticket";
    }

    static String path(String number) {
        return UriComponentsBuilder.fromPath("/my-tickets")
                .pathSegment(number)
                .encode()
                .toUriString();
    }
}
