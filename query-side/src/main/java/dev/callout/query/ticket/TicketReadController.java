package dev.callout.query.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.BulkOperationResult;
import dev.callout.api.ticket.CountTickets;
import dev.callout.api.ticket.CustomerTicket;
import dev.callout.api.ticket.CustomerTicketLine;
import dev.callout.api.ticket.CustomerTicketPage;
import dev.callout.api.ticket.FindBulkOperation;
import dev.callout.api.ticket.FindCustomerTicket;
import dev.callout.api.ticket.FindTicketDetails;
import dev.callout.api.ticket.FindTicketHistory;
import dev.callout.api.ticket.ListCustomerTickets;
import dev.callout.api.ticket.ListMyTickets;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.MyTickets;
import dev.callout.api.ticket.TicketBoardLine;
import dev.callout.api.ticket.TicketBoardPage;
import dev.callout.api.ticket.TicketCounts;
import dev.callout.api.ticket.TicketDetails;
import dev.callout.api.ticket.TicketHistory;
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
    @ReadsFrom({View.TICKET_BOARD, View.CUSTOMER_TICKETS})
    Listing<?> list(@ParameterObject TicketListParameters parameters) {
        var actor = asking.actor();
        return actor.role().isCustomer() ? ownTickets(actor, parameters) : board(parameters);
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

    private Listing<CustomerTicketLine> ownTickets(Actor actor, TicketListParameters parameters) {
        var list = "own tickets";
        var page = asking.ask(
                new ListCustomerTickets(
                        actor.customerId(),
                        contactOf(actor),
                        parameters.clientStatuses(),
                        parameters.text(),
                        Filters.isYes("includeArchived", parameters.includeArchived()),
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                CustomerTicketPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    @GetMapping("/{ticket}")
    @ReadsFrom({View.TICKET_DETAILS, View.CUSTOMER_TICKETS})
    ResponseEntity<?> find(@PathVariable String ticket) {
        var actor = asking.actor();
        if (actor.role().isCustomer()) {
            var question = new FindCustomerTicket(actor.customerId(), contactOf(actor), ticket);
            var own = asking.ask(question, CustomerTicket.class);
            return withVersion(own.version(), own);
        }
        var details = asking.ask(new FindTicketDetails(ticket), TicketDetails.class);
        return withVersion(details.version(), details);
    }

    private static ResponseEntity<?> withVersion(long version, Object ticket) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(ticket);
    }

    /** Who sees only what is its own; a contact that nobody knows sees nothing. */
    private static String contactOf(Actor actor) {
        if (actor.role().seesWholeCustomer()) {
            return null;
        }
        return actor.contactId() == null ? "" : actor.contactId();
    }

    @GetMapping("/{ticket}/history")
    @ReadsFrom(View.TICKET_HISTORY)
    TicketHistory history(@PathVariable String ticket) {
        return asking.ask(new FindTicketHistory(ticket), TicketHistory.class);
    }

    @GetMapping("/mine")
    @ReadsFrom(View.TICKET_BOARD)
    MyTickets mine() {
        return asking.ask(new ListMyTickets(asking.actor().accountId()), MyTickets.class);
    }

    @GetMapping("/counts")
    @ReadsFrom(View.TICKET_COUNTERS)
    TicketCounts counts() {
        return asking.ask(new CountTickets(), TicketCounts.class);
    }

    @GetMapping("/bulk/{operationId}")
    @ReadsFrom(View.BULK_OPERATIONS)
    BulkOperationResult bulkOperation(@PathVariable String operationId) {
        var actor = asking.actor();
        var requestedBy = actor.role().isCustomer() ? actor.accountId() : null; // customers see what they asked for
        return asking.ask(new FindBulkOperation(operationId, requestedBy), BulkOperationResult.class);
    }
}
