package dev.callout.web.ticket;

import dev.callout.api.ticket.CountTickets;
import dev.callout.api.ticket.CustomerTicketPage;
import dev.callout.api.ticket.TicketBoardPage;
import dev.callout.api.ticket.TicketCounts;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.web.frame.SignedIn;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Where everybody starts: staff at the board of open tickets, customers at their own. htmx fetches the list alone. */
@Controller
class HomePage {

    private final QueryGateway queries;

    HomePage(QueryGateway queries) {
        this.queries = queries;
    }

    @GetMapping("/")
    String page(
            @ModelAttribute(name = "signedIn", binding = false) SignedIn signedIn,
            @RequestParam(required = false) TicketStatus status,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String after,
            @RequestHeader(name = "HX-Request", required = false) String partOfPage,
            Model model) {
        var page = signedIn.isCustomer() ? myTickets(signedIn, after, model) : board(status, text, after, model);
        return partOfPage == null ? page : page + " :: list";
    }

    /** Narrowed by a text, such as a number out of a mail, it shows all that match, also what is over. */
    private String board(TicketStatus status, String text, String after, Model model) {
        var counts = queries.query(new CountTickets(), TicketCounts.class);
        var page = queries.query(Board.query(status, text, after), TicketBoardPage.class);
        model.addAttribute("board", Board.of(counts.join(), page.join(), status, text, after, Instant.now()));
        return "ticket/board";
    }

    private String myTickets(SignedIn signedIn, String after, Model model) {
        var page = queries.query(MyTickets.query(signedIn.actor(), after), CustomerTicketPage.class);
        model.addAttribute("tickets", MyTickets.of(page.join(), after));
        return "ticket/my-tickets";
    }

    /** Where a list of tickets is found; all may be missing. */
    static String path(TicketStatus status, String text, String after) {
        return UriComponentsBuilder.fromPath("/")
                .queryParamIfPresent("status", Optional.ofNullable(status))
                .queryParamIfPresent("text", Optional.ofNullable(text))
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .toUriString();
    }
}
