package dev.callout.web.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.ClientStatus;
import dev.callout.api.ticket.CustomerTicketLine;
import dev.callout.api.ticket.CustomerTicketPage;
import dev.callout.api.ticket.ListCustomerTickets;
import dev.callout.web.frame.Words;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;

/** A customer's own tickets as they stand on the screen, in the customer's words. */
record MyTickets(
        List<Line> lines, boolean over, String current, String finished, String here, String next, String text) {

    private static final int PAGE_SIZE = 50;

    /** One ticket; {@code subLine} says what the status alone does not. */
    record Line(
            String number,
            String path,
            String title,
            String status,
            String subLine,
            String technician,
            Instant raisedAt,
            String reportedOn) {}

    /** Asks for those in daily use, or for all that are closed or cancelled, however long. */
    static ListCustomerTickets query(Actor actor, boolean over, String text, String after) {
        var statuses = over ? EnumSet.of(ClientStatus.CLOSED, ClientStatus.CANCELLED) : null;
        return new ListCustomerTickets(
                actor.customerId(), actor.visibleContact(), statuses, text, over, PAGE_SIZE, after, false);
    }

    static MyTickets of(CustomerTicketPage page, boolean over, String text, String after, String following) {
        return new MyTickets(
                page.items().stream().map(MyTickets::line).toList(),
                over,
                path(false, text, null),
                path(true, text, null),
                path(over, text, after),
                following == null ? null : path(over, text, following),
                text);
    }

    private static String path(boolean over, String text, String after) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("over", over ? true : null);
        parameters.put("text", text);
        parameters.put("after", after);
        return HomePage.path(parameters);
    }

    private static Line line(CustomerTicketLine ticket) {
        return new Line(
                ticket.number(),
                MyTicketPage.path(ticket.number()),
                ticket.title(),
                Words.of(ticket.status()),
                CustomerWords.more(
                        ticket.subLine(), ticket.waitingReason(), ticket.cancelReason(), ticket.closingNote()),
                ticket.technician() == null ? null : ticket.technician().name(),
                ticket.raisedAt(),
                Words.day(ticket.raisedAt()));
    }
}
