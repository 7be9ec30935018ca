package dev.callout.query.ticket;

import dev.callout.api.ticket.FindTicketDetails;
import dev.callout.api.ticket.ListMyTickets;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.MyTickets;
import dev.callout.api.ticket.TicketBoardLine;
import dev.callout.api.ticket.TicketBoardPage;
import dev.callout.api.ticket.TicketDetails;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import dev.callout.query.http.ReadsFrom;
import dev.callout.query.http.View;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets staff read all tickets, and customers their own. */
@RestController
@RequestMapping("/api/v1/service-desk/tickets")
class TicketReadController {

    private final Asking asking;

    TicketReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    @ReadsFrom(View.TICKET_BOARD)
    Listing<?> list(@ParameterObject TicketListParameters parameters) {
        return board(parameters);
    }

    private Listing<TicketBoardLine> board(TicketListParameters parameters) {
        var sort = parameters.boardSort();
        var list = "tickets " + sort.key();
        var page = asking.ask(
                new ListTicketBoard(
                        parameters.boardFilter(),
                        sort,
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                TicketBoardPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    @GetMapping("/mine")
    @ReadsFrom(View.TICKET_BOARD)
    MyTickets mine() {
        return asking.ask(new ListMyTickets(asking.actor().accountId()), MyTickets.class);
    }

    @GetMapping("/{ticket}")
    @ReadsFrom(View.TICKET_DETAILS)
    ResponseEntity<?> find(@PathVariable String ticket) {
        var details = asking.ask(new FindTicketDetails(ticket), TicketDetails.class);
        return ResponseEntity.ok().eTag("\"" + details.version() + "\"").body(details);
    }
}
