package dev.callout.web.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.sla.SlaTrackingList;
import dev.callout.api.ticket.CountTickets;
import dev.callout.api.ticket.CustomerTicketPage;
import dev.callout.api.ticket.TicketBoardPage;
import dev.callout.api.ticket.TicketCounts;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.web.frame.PageCursors;
import dev.callout.web.frame.SignedIn;
import dev.callout.web.frame.WallClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    private static final int LONGEST_TEXT = 200;
    private static final String OWN = "page of own tickets";

    private final QueryGateway queries;
    private final WallClock wallClock;
    private final PageCursors cursors;

    HomePage(QueryGateway queries, WallClock wallClock, PageCursors cursors) {
        this.queries = queries;
        this.wallClock = wallClock;
        this.cursors = cursors;
    }

    @GetMapping("/")
    String page(
            @ModelAttribute(name = "signedIn", binding = false) SignedIn signedIn,
            @RequestParam(required = false) TicketStatus status,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String after,
            @RequestHeader(name = "HX-Request", required = false) String partOfPage,
            Model model) {
        var page = signedIn.isCustomer()
                ? myTickets(signedIn, over, searched(text), after, model)
                : board(signedIn.actor(), status, searched(text), after, model);
        return partOfPage == null ? page : page + " :: list";
    }

    /** An empty field searches for nothing; what is too long for a search is cut as the field cuts it. */
    private static String searched(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var words = text.strip();
        return words.length() <= LONGEST_TEXT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_TEXT / 2));
    }

    private String board(Actor actor, TicketStatus status, String text, String after, Model model) {
        var list = "page of tickets " + status + " " + text;
        var opened = cursors.open(actor, list, after);
        var counts = queries.query(new CountTickets(null), TicketCounts.class);
        var page = queries.query(Board.query(status, text, opened), TicketBoardPage.class)
                .join();
        var promises =
                queries.query(Board.promises(page), SlaTrackingList.class).join();
        var due = Due.byTicket(promises, wallClock);
        model.addAttribute(
                "board",
                Board.of(
                        counts.join(),
                        page,
                        due,
                        status,
                        text,
                        after,
                        cursors.seal(actor, list, page.next()),
                        Instant.now()));
        return "ticket/board";
    }

    private String myTickets(SignedIn signedIn, boolean over, String text, String after, Model model) {
        var actor = signedIn.actor();
        var list = OWN + " " + over + " " + text;
        var page = queries.query(
                        MyTickets.query(actor, over, text, cursors.open(actor, list, after)), CustomerTicketPage.class)
                .join();
        model.addAttribute("tickets", MyTickets.of(page, over, text, after, cursors.seal(actor, list, page.next())));
        return "ticket/my-tickets";
    }

    /** Where a list of tickets is found; each of them may be missing. */
    static String path(TicketStatus status, String text, String after) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("status", status);
        parameters.put("text", text);
        parameters.put("after", after);
        return path(parameters);
    }

    static String path(Map<String, Object> parameters) {
        var given = new LinkedHashMap<>(parameters);
        given.values().removeIf(Objects::isNull);
        var path = UriComponentsBuilder.fromPath("/");
        given.keySet().forEach(name -> path.queryParam(name, "{" + name + "}"));
        return path.encode().buildAndExpand(given).toUriString();
    }
}
