package dev.callout.web.ticket;

import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.CustomerTicketLine;
import dev.callout.api.ticket.CustomerTicketPage;
import dev.callout.api.ticket.ListCustomerTickets;
import dev.callout.web.frame.Words;
import java.time.Instant;
import java.util.List;

/** A customer's own tickets as they stand on the screen, in the customer's words. */
record MyTickets(List<Line> lines, String here, String next) {

    private static final int PAGE_SIZE = 50;

    /** One ticket; {@code subLine} says what the status alone does not. */
    record Line(
            String number,
            String title,
            String status,
            String subLine,
            String technician,
            Instant raisedAt,
            String reportedOn) {}

    static ListCustomerTickets query(Actor actor, String after) {
        return new ListCustomerTickets(
                actor.customerId(), actor.visibleContact(), null, null, false, PAGE_SIZE, after, false);
    }

    static MyTickets of(CustomerTicketPage page, String after) {
        var next = page.next() == null ? null : HomePage.path(null, null, page.next());
        return new MyTickets(
                page.items().stream().map(MyTickets::line).toList(), HomePage.path(null, null, after), next);
    }

    private static Line line(CustomerTicketLine ticket) {
        return new Line(
                ticket.number(),
                ticket.title(),
                Words.of(ticket.status()),
                ticket.subLine(),
                ticket.technician() == null ? null : ticket.technician().name(),
                ticket.raisedAt(),
                Words.day(ticket.raisedAt()));
    }
}
