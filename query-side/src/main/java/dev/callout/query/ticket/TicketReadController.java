package dev.callout.query.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.BulkOperationLine;
import dev.callout.api.ticket.BulkOperationPage;
import dev.callout.api.ticket.BulkOperationResult;
import dev.callout.api.ticket.CountTickets;
import dev.callout.api.ticket.CustomerConversationPage;
import dev.callout.api.ticket.CustomerTicket;
import dev.callout.api.ticket.CustomerTicketLine;
import dev.callout.api.ticket.CustomerTicketPage;
import dev.callout.api.ticket.FindBulkOperation;
import dev.callout.api.ticket.FindCustomerTicket;
import dev.callout.api.ticket.FindTicketDetails;
import dev.callout.api.ticket.FindTicketHistory;
import dev.callout.api.ticket.ListBulkOperations;
import dev.callout.api.ticket.ListCustomerConversation;
import dev.callout.api.ticket.ListCustomerTickets;
import dev.callout.api.ticket.ListMyTickets;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.ListTicketConversation;
import dev.callout.api.ticket.MyTickets;
import dev.callout.api.ticket.TicketBoardLine;
import dev.callout.api.ticket.TicketBoardPage;
import dev.callout.api.ticket.TicketConversationPage;
import dev.callout.api.ticket.TicketCounts;
import dev.callout.api.ticket.TicketDetails;
import dev.callout.api.ticket.TicketHistory;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import dev.callout.query.http.MomentParameters;
import dev.callout.query.http.ReadsFrom;
import dev.callout.query.http.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets staff read all tickets, and customers their own. */
@RestController
@RequestMapping("/api/v1/service-desk/tickets")
@Tag(name = "Tickets")
class TicketReadController {

    /** One page of a ticket's history over HTTP. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryListing(
            String ticketId, String number, long version, List<TicketHistory.Line> items, String next, Long total) {}

    /** How a history is read page by page. */
    record HistoryParameters(String pageSize, String after, String count) {}

    /** How a conversation is read page by page. */
    record ConversationParameters(String pageSize, String after) {}

    private static final String OF_CUSTOMER = "customer";

    private final Asking asking;

    TicketReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    @Operation(summary = "List tickets: staff see the board, customers what is theirs")
    @ApiResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(oneOf = {TicketBoardPage.class, CustomerTicketPage.class})))
    @ReadsFrom(
            value = {View.TICKET_BOARD, View.CUSTOMER_TICKETS},
            asOf = {View.TICKET_TIMELINE, View.CUSTOMER_TICKETS})
    Listing<?> list(@ParameterObject TicketListParameters parameters, @ParameterObject MomentParameters then) {
        var actor = asking.actor();
        return actor.role().isCustomer() ? ownTickets(actor, parameters, then) : board(parameters, then);
    }

    private Listing<TicketBoardLine> board(TicketListParameters parameters, MomentParameters then) {
        var sort = parameters.boardSort();
        var list = then.nameOf("tickets " + sort.key());
        var page = asking.ask(
                new ListTicketBoard(
                        parameters.boardFilter(),
                        sort,
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count()),
                        then.moment()),
                TicketBoardPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    private Listing<CustomerTicketLine> ownTickets(
            Actor actor, TicketListParameters parameters, MomentParameters then) {
        var list = then.nameOf("own tickets");
        var page = asking.ask(
                new ListCustomerTickets(
                        actor.customerId(),
                        actor.visibleContact(),
                        parameters.clientStatuses(),
                        parameters.text(),
                        Filters.isYes("includeArchived", parameters.includeArchived()),
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count()),
                        then.moment()),
                CustomerTicketPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    @GetMapping("/{ticket}")
    @Operation(
            summary = "Read one ticket, by its id or its number: all of it for staff, what concerns them for customers")
    @ApiResponse(
            responseCode = "200",
            description = "The ticket; its version is the ETag",
            content = @Content(schema = @Schema(oneOf = {TicketDetails.class, CustomerTicket.class})))
    @ReadsFrom(
            value = {View.TICKET_DETAILS, View.CUSTOMER_TICKETS},
            asOf = {View.TICKET_DETAILS, View.CUSTOMER_TICKETS, View.TICKET_TIMELINE})
    ResponseEntity<?> find(
            @PathVariable String ticket,
            @ParameterObject MomentParameters then,
            @Parameter(description = "'customer' shows staff what the customer sees, or saw then")
                    @RequestParam(required = false)
                    String view) {
        var actor = asking.actor();
        if (view != null && !view.equals(OF_CUSTOMER)) {
            throw Filters.unfit("view", view);
        }
        if (actor.role().isCustomer()) {
            return customers(actor.customerId(), actor.visibleContact(), ticket, then);
        }
        if (view != null) {
            var customer = asking.ask(new FindTicketDetails(ticket, null), TicketDetails.class)
                    .customer();
            return customers(customer.customerId(), null, ticket, then);
        }
        var details = asking.ask(new FindTicketDetails(ticket, then.moment()), TicketDetails.class);
        return withVersion(details.version(), details);
    }

    private ResponseEntity<?> customers(String customerId, String contactId, String ticket, MomentParameters then) {
        var shown =
                asking.ask(new FindCustomerTicket(customerId, contactId, ticket, then.moment()), CustomerTicket.class);
        return withVersion(shown.version(), shown);
    }

    private static ResponseEntity<?> withVersion(long version, Object ticket) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(ticket);
    }

    @GetMapping("/{ticket}/history")
    @Operation(summary = "Read in words what happened to a ticket, the oldest first")
    @ReadsFrom(
            value = View.TICKET_HISTORY,
            asOf = {View.TICKET_HISTORY, View.TICKET_TIMELINE})
    HistoryListing history(
            @PathVariable String ticket,
            @ParameterObject HistoryParameters parameters,
            @ParameterObject MomentParameters then) {
        var list = then.nameOf("history of " + ticket);
        var history = asking.ask(
                new FindTicketHistory(
                        ticket,
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count()),
                        then.moment()),
                TicketHistory.class);
        var page = asking.listing(list, history.items(), history.next(), history.total());
        return new HistoryListing(
                history.ticketId(), history.number(), history.version(), page.items(), page.next(), page.total());
    }

    @GetMapping("/{ticket}/conversation")
    @Operation(summary = "Read what was written on a ticket page by page, the newest first")
    @ApiResponse(
            responseCode = "200",
            description = "One page; it ends early where texts are long",
            content =
                    @Content(schema = @Schema(oneOf = {TicketConversationPage.class, CustomerConversationPage.class})))
    @ReadsFrom(
            value = {View.TICKET_DETAILS, View.CUSTOMER_TICKETS},
            asOf = {View.TICKET_DETAILS, View.CUSTOMER_TICKETS, View.TICKET_TIMELINE})
    Listing<?> conversation(
            @PathVariable String ticket,
            @ParameterObject ConversationParameters parameters,
            @ParameterObject MomentParameters then) {
        var actor = asking.actor();
        var list = then.nameOf("conversation of " + ticket);
        var size = Filters.pageSize(parameters.pageSize());
        var after = asking.open(list, parameters.after());
        if (actor.role().isCustomer()) {
            var page = asking.ask(
                    new ListCustomerConversation(
                            actor.customerId(), actor.visibleContact(), ticket, size, after, then.moment()),
                    CustomerConversationPage.class);
            return asking.listing(list, page.items(), page.next(), null);
        }
        var page = asking.ask(
                new ListTicketConversation(ticket, size, after, then.moment()), TicketConversationPage.class);
        return asking.listing(list, page.items(), page.next(), null);
    }

    @GetMapping("/mine")
    @Operation(summary = "List what I have to do, by what it waits for")
    @ReadsFrom(value = View.TICKET_BOARD, asOf = View.TICKET_TIMELINE)
    MyTickets mine(@ParameterObject MomentParameters then) {
        return asking.ask(new ListMyTickets(asking.actor().accountId(), then.moment()), MyTickets.class);
    }

    @GetMapping("/counts")
    @Operation(summary = "Count tickets by status, priority, team and whatever else the board filters by")
    @ReadsFrom(value = View.TICKET_COUNTERS, asOf = View.TICKET_TIMELINE)
    TicketCounts counts(@ParameterObject MomentParameters then) {
        return asking.ask(new CountTickets(then.moment()), TicketCounts.class);
    }

    /** How the list of bulk operations is read page by page. */
    record BulkParameters(List<String> state, String pageSize, String after, String count) {}

    @GetMapping("/bulk")
    @Operation(summary = "List bulk operations, the running ones among them, the newest first")
    @ReadsFrom(View.BULK_OPERATIONS)
    Listing<BulkOperationLine> bulkOperations(@ParameterObject BulkParameters parameters) {
        var list = "bulk operations";
        var page = asking.ask(
                new ListBulkOperations(
                        requester(),
                        Filters.constants("state", parameters.state(), BulkOperationResult.State.class),
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                BulkOperationPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    /** Customers see what they asked for. */
    private String requester() {
        var actor = asking.actor();
        return actor.role().isCustomer() ? actor.accountId() : null;
    }

    @GetMapping("/bulk/{operationId}")
    @Operation(summary = "Read what became of each ticket of a bulk operation")
    @ReadsFrom(View.BULK_OPERATIONS)
    BulkOperationResult bulkOperation(@PathVariable String operationId) {
        return asking.ask(new FindBulkOperation(operationId, requester()), BulkOperationResult.class);
    }
}
