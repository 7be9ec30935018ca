package dev.callout.query.sla.tracking;

import dev.callout.api.identity.Named;
import dev.callout.api.sla.SlaReportFilter;
import dev.callout.query.Refused;
import dev.callout.query.sql.Where;
import dev.callout.query.ticket.IdOrNumber;
import dev.callout.query.ticket.customer.OwnTickets;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds tickets with what happened to their promises: one, or all of a period page by page. */
@Component
public class TrackedTickets {

    public static final int PAGE = 500;

    private final JdbcClient db;

    TrackedTickets(JdbcClient db) {
        this.db = db;
    }

    TrackedTicket find(String ticket) {
        return db.sql("SELECT * FROM sla_tracking WHERE " + IdOrNumber.column(ticket) + " = :ticket")
                .param("ticket", ticket)
                .query((row, number) -> TrackedTicket.read(row))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** Those of them that are there. */
    List<TrackedTicket> findAll(List<String> ticketIds) {
        return db.sql("SELECT * FROM sla_tracking WHERE ticket_id = ANY(:tickets)")
                .param("tickets", ticketIds.toArray(String[]::new), Types.ARRAY)
                .query((row, number) -> TrackedTicket.read(row))
                .list();
    }

    /** One of a customer's own, or of a contact's where one is named. */
    TrackedTicket findOwn(String ticket, String customerId, String contactId) {
        return db.sql("SELECT * FROM sla_tracking WHERE ticket_id = (SELECT ticket_id FROM customer_ticket WHERE "
                        + IdOrNumber.column(ticket) + " = :ticket AND " + OwnTickets.CONDITION + ")")
                .param("ticket", ticket)
                .param("customer", customerId)
                .param("contact", contactId)
                .query((row, number) -> TrackedTicket.read(row))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    Heading heading(TrackedTicket ticket) {
        return db.sql("SELECT (SELECT title FROM ticket_details WHERE ticket_id = :ticket) AS title,"
                        + " (SELECT name FROM customer WHERE customer_id = :customer) AS customer")
                .param("ticket", ticket.ticketId())
                .param("customer", ticket.customerId())
                .query((row, number) -> new Heading(
                        row.getString("title"),
                        ticket.customerId() == null ? null : new Named(ticket.customerId(), row.getString("customer"))))
                .single();
    }

    public long count(SlaReportFilter filter) {
        var where = where(filter);
        return db.sql("SELECT count(*) FROM sla_tracking" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** The first page in the order in which they were raised. */
    public List<TrackedTicket> first(SlaReportFilter filter) {
        return page(where(filter));
    }

    /** The page that begins with one of them. */
    public List<TrackedTicket> from(Place place, SlaReportFilter filter) {
        return page(where(filter, place, ">="));
    }

    /** The page behind one of them. */
    public List<TrackedTicket> after(Place place, SlaReportFilter filter) {
        return page(where(filter, place, ">"));
    }

    private static Where where(SlaReportFilter filter, Place place, String than) {
        return where(filter)
                .with("raised", place.raisedAt().atOffset(ZoneOffset.UTC))
                .and("(raised_at, ticket_id) " + than + " (:raised, :ticket)", "ticket", place.ticketId());
    }

    private List<TrackedTicket> page(Where where) {
        return db.sql("SELECT * FROM sla_tracking" + where.sql() + " ORDER BY raised_at, ticket_id LIMIT " + PAGE)
                .params(where.parameters())
                .query((row, number) -> TrackedTicket.read(row))
                .list();
    }

    private static Where where(SlaReportFilter filter) {
        return new Where()
                .and("raised_at >= :from", "from", filter.from().atOffset(ZoneOffset.UTC))
                .and("raised_at < :until", "until", filter.until().atOffset(ZoneOffset.UTC))
                .equal("customer_id", filter.customerId())
                .equal(
                        "priority",
                        filter.priority() == null ? null : filter.priority().name())
                .equal("category", filter.category())
                .equal("team_id", filter.teamId());
    }
}
