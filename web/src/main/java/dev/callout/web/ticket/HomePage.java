package dev.callout.web.ticket;

import dev.callout.api.sla.SlaTrackingList;
import dev.callout.api.ticket.CountTickets;
import dev.callout.api.ticket.CustomerTicketPage;
import dev.callout.api.ticket.TicketBoardPage;
import dev.callout.api.ticket.TicketCounts;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.web.frame.SignedIn;
import dev.callout.web.frame.WallClock;
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
    private final WallClock wallClock;

    HomePage(QueryGateway queries, WallClock wallClock) {
        this.queries = queries;
        this.wallClock = wallClock;
    }

    @GetMapping("/")
    String page(
            @ModelAttribute(name = "signedIn", binding = false) SignedIn signedIn,
            @RequestParam(required = false) TicketStatus status,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(required = false) String after,
            @RequestHeader(name = "HX-Request", required = false) String partOfPage,
            Model model) {
        var page = signedIn.isCustomer() ? myTickets(signedIn, over, after, model) : board(status, after, model);
        return partOfPage == null ? page : page + " :: list";
    }

    private String board(TicketStatus status, String after, Model model) {
        var counts = queries.query(new CountTickets(null), TicketCounts.class);
        var page =
                queries.query(Board.query(status, after), TicketBoardPage.class).join();
        var promises =
                queries.query(Board.promises(page), SlaTrackingList.class).join();
        var due = Due.byTicket(promises, wallClock);
        model.addAttribute("board", Board.of(counts.join(), page, due, status, after, Instant.now()));
        return "ticket/board";
    }

    private String myTickets(SignedIn signedIn, boolean over, String after, Model model) {
        var page = queries.query(MyTickets.query(signedIn.actor(), over, after), CustomerTicketPage.class);
        model.addAttribute("tickets", MyTickets.of(page.join(), over, after));
        return "ticket/my-tickets";
    }

    /** Where a list of tickets is found; both may be missing. */
    static String path(TicketStatus status, String after) {
        return UriComponentsBuilder.fromPath("/")
                .queryParamIfPresent("status", Optional.ofNullable(status))
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .toUriString();
    }
}
