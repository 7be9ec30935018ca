package dev.callout.query.ticket.customer;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.named;
import static dev.callout.query.sql.Columns.time;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.BillingStatus;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.ClientStatus;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.CustomerConversationPage;
import dev.callout.api.ticket.CustomerTicket;
import dev.callout.api.ticket.CustomerTicketLine;
import dev.callout.api.ticket.CustomerTicketPage;
import dev.callout.api.ticket.FindCustomerTicket;
import dev.callout.api.ticket.ListCustomerConversation;
import dev.callout.api.ticket.ListCustomerTickets;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.query.Refused;
import dev.callout.query.past.Lifetime;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.Page;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.SearchWord;
import dev.callout.query.sql.Snapshot;
import dev.callout.query.sql.Where;
import dev.callout.query.ticket.IdOrNumber;
import dev.callout.query.ticket.Volumes;
import dev.callout.query.ticket.Waiting;
import dev.callout.query.ticket.timeline.TicketPast;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers a customer's questions about its own tickets, in the customer's words. */
@Component
class CustomerTicketQueries {

    private static final BillingStatus BILLING = BillingStatus.NOT_BILLABLE; // until there is something to bill
    private static final Keyset NEWEST =
            Keyset.of("-raisedAt", true, new Column("raised_at", Kind.TIME), new Column("ticket_id", Kind.TEXT));
    private static final int MESSAGES = 50;
    private static final Keyset NEWEST_WORDS =
            Keyset.of("conversation", true, new Column("written_at", Kind.TIME), new Column("position", Kind.TEXT));
    private static final String WITH_NAMES = """
            SELECT page.*, contact.name AS contact_name, site.name AS site_name,
                technician.display_name AS technician_name
            FROM page
            LEFT JOIN customer_contact contact
                ON contact.customer_id = page.customer_id AND contact.contact_id = page.contact_id
            LEFT JOIN customer_site site ON site.customer_id = page.customer_id AND site.site_id = page.site_id
            LEFT JOIN account technician ON technician.account_id = page.technician_id
            """;

    private final PageReader pages;
    private final Snapshot snapshot;
    private final JdbcClient db;
    private final TicketPast past;
    private final CustomerTicketsProjection projection;
    private final Volumes volumes;

    CustomerTicketQueries(
            PageReader pages,
            Snapshot snapshot,
            JdbcClient db,
            TicketPast past,
            CustomerTicketsProjection projection,
            Volumes volumes) {
        this.pages = pages;
        this.snapshot = snapshot;
        this.db = db;
        this.past = past;
        this.projection = projection;
        this.volumes = volumes;
    }

    @QueryHandler
    CustomerTicketPage handle(ListCustomerTickets query) {
        var present = query.at() == null;
        var where = (present ? new Where() : Lifetime.at(query.at()))
                .and(
                        present
                                ? OwnTickets.CONDITION
                                : "ticket_id IN (SELECT ticket_id FROM customer_ticket WHERE " + OwnTickets.CONDITION
                                        + ")")
                .with("customer", query.customerId())
                .with("contact", query.contactId())
                .andIf(!query.includeArchived() && !asksForWhatIsOver(query), "NOT archived")
                .words(query.text(), word -> anywhere(word, present));
        if (!query.statuses().isEmpty()) {
            where.and(ClientStatusSql.anyOf(query.statuses()));
        }
        var page = pages.read(
                present ? "customer_ticket" : "ticket_timeline",
                WITH_NAMES,
                where,
                NEWEST,
                query.pageSize(),
                query.after(),
                query.count(),
                row -> line(row, present));
        return new CustomerTicketPage(page.items(), page.next(), page.total());
    }

    /** A cancelled ticket is archived at once: whoever asks for cancelled or closed ones, or by words, means it, too. */
    private static boolean asksForWhatIsOver(ListCustomerTickets query) {
        return query.text() != null
                || query.statuses().contains(ClientStatus.CANCELLED)
                || query.statuses().contains(ClientStatus.CLOSED);
    }

    /** Only what the customer may read, and only of tickets that are the customer's own. */
    private static String anywhere(SearchWord word, boolean present) {
        if (word.isShort()) {
            return word.in("search_text");
        }
        var own = "(SELECT ticket_id FROM customer_ticket WHERE " + OwnTickets.CONDITION + ")";
        return "(" + word.in("search_text")
                + " OR ticket_id IN (SELECT ticket_id FROM customer_ticket WHERE " + OwnTickets.CONDITION + " AND "
                + word.in("description") + ")"
                + " OR ticket_id IN (SELECT entry.ticket_id FROM customer_ticket_entry entry WHERE entry.ticket_id IN "
                + own + (present ? "" : " AND entry.written_at <= :asOf") + " AND " + word.in("entry.body") + ")"
                + " OR contact_id IN (SELECT contact_id FROM customer_contact WHERE customer_id = :customer AND "
                + word.in("name") + "))";
    }

    @QueryHandler
    CustomerTicket handle(FindCustomerTicket query) {
        if (query.at() == null) {
            return find(query.ticket(), query.customerId(), query.contactId());
        }
        var ticketId = idOf(query.ticket(), query.customerId(), query.contactId());
        return past.ask(projection, ticketId, query.at(), () -> find(ticketId, query.customerId(), null));
    }

    @QueryHandler
    CustomerConversationPage handle(ListCustomerConversation query) {
        var ticketId = idOf(query.ticket(), query.customerId(), query.contactId());
        var page = query.at() == null
                ? conversation(ticketId, query.pageSize(), query.after())
                : past.ask(
                        projection,
                        ticketId,
                        query.at(),
                        () -> conversation(ticketId, query.pageSize(), query.after()));
        return new CustomerConversationPage(page.items(), page.next());
    }

    private String idOf(String ticket, String customerId, String contactId) {
        return db.sql("SELECT ticket_id FROM customer_ticket WHERE " + IdOrNumber.column(ticket) + " = :ticket AND "
                        + OwnTickets.CONDITION)
                .param("ticket", ticket)
                .param("customer", customerId)
                .param("contact", contactId)
                .query(String.class)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private CustomerTicket find(String ticket, String customerId, String contactId) {
        return snapshot.read(() -> db.sql("WITH page AS (SELECT * FROM customer_ticket WHERE "
                        + IdOrNumber.column(ticket) + " = :ticket AND " + OwnTickets.CONDITION + ") " + WITH_NAMES)
                .param("ticket", ticket)
                .param("customer", customerId)
                .param("contact", contactId)
                .query((row, number) -> ticket(row, contactId))
                .optional()
                .orElseThrow(Refused::notFound));
    }

    private static CustomerTicketLine line(ResultSet row, boolean present) throws SQLException {
        return new CustomerTicketLine(
                row.getString("ticket_id"),
                row.getString("number"),
                row.getString("title"),
                status(row),
                subLine(row),
                waitingReason(row),
                closingNote(row),
                cancelReason(row),
                constant(row, "type", TicketType.class),
                row.getString("category"),
                constant(row, "priority", Priority.class),
                named(row, "contact_id", "contact_name"),
                named(row, "technician_id", "technician_name"),
                time(row, "raised_at"),
                time(row, present ? "last_activity_at" : "last_news_at"),
                row.getLong("version"));
    }

    private CustomerTicket ticket(ResultSet row, String contactId) throws SQLException {
        var ticketId = row.getString("ticket_id");
        var status = constant(row, "status", TicketStatus.class);
        var merged = row.getString("merged_into") != null;
        var conversation = conversation(ticketId, MESSAGES, null);
        return new CustomerTicket(
                ticketId,
                row.getString("number"),
                row.getString("title"),
                row.getString("description"),
                status(row),
                subLine(row),
                Waiting.of(status),
                waitingReason(row),
                time(row, "resume_at"),
                constant(row, "type", TicketType.class),
                row.getString("category"),
                row.getString("sub_category"),
                constant(row, "priority", Priority.class),
                constant(row, "channel", Channel.class),
                named(row, "contact_id", "contact_name"),
                named(row, "site_id", "site_name"),
                row.getString("product"),
                row.getString("serial_number"),
                named(row, "technician_id", "technician_name"),
                time(row, "raised_at"),
                time(row, "resolved_at"),
                time(row, "closed_at"),
                time(row, "last_activity_at"),
                row.getString("work_done"),
                status == TicketStatus.RESOLVED,
                constant(row, "closure", Closure.class),
                closingNote(row),
                cancelReason(row),
                status.isOver() && !merged,
                related("ticket_id", row.getString("follow_up_of"), row.getString("customer_id"), contactId).stream()
                        .findFirst()
                        .orElse(null),
                related("follow_up_of", ticketId, row.getString("customer_id"), contactId),
                row.getString("merged_into_number"),
                oldestFirst(conversation.items()),
                conversation.next() != null,
                attachments(ticketId),
                volumes.usage(row).nearLimit(),
                row.getLong("version"));
    }

    /** Others of the customer's tickets that the reader may read, too. */
    private List<CustomerTicket.Reference> related(
            String column, String ticketId, String customerId, String contactId) {
        return ticketId == null
                ? List.of()
                : db.sql("SELECT ticket_id, number FROM customer_ticket WHERE " + column + " = :ticket AND "
                                + OwnTickets.CONDITION + " ORDER BY raised_at, ticket_id")
                        .param("ticket", ticketId)
                        .param("customer", customerId)
                        .param("contact", contactId)
                        .query((row, number) ->
                                new CustomerTicket.Reference(row.getString("ticket_id"), row.getString("number")))
                        .list();
    }

    private static String waitingReason(ResultSet row) throws SQLException {
        return constant(row, "status", TicketStatus.class).isPending() ? row.getString("waiting_reason") : null;
    }

    /** Why tickets were merged, staff said among itself. */
    private static String closingNote(ResultSet row) throws SQLException {
        var over = constant(row, "status", TicketStatus.class).isOver();
        return over && constant(row, "closure", Closure.class) != Closure.MERGED ? row.getString("closing_note") : null;
    }

    private static CancelReason cancelReason(ResultSet row) throws SQLException {
        var cancelled = constant(row, "status", TicketStatus.class) == TicketStatus.CANCELLED;
        return cancelled ? constant(row, "cancel_reason", CancelReason.class) : null;
    }

    private static ClientStatus status(ResultSet row) throws SQLException {
        var assigned = row.getString("technician_id") != null || row.getString("team_id") != null;
        return ClientStatus.of(constant(row, "status", TicketStatus.class), assigned, BILLING);
    }

    private static String subLine(ResultSet row) throws SQLException {
        return ClientStatus.subLine(constant(row, "status", TicketStatus.class), BILLING);
    }

    /** The newest first. */
    private Page<CustomerTicket.Message> conversation(String ticketId, int size, String after) {
        return pages.readTexts(
                "customer_ticket_entry",
                "coalesce(body, '')",
                """
                SELECT page.*, coalesce(author.display_name, contact.name) AS author_name
                FROM page
                JOIN customer_ticket ticket ON ticket.ticket_id = page.ticket_id
                LEFT JOIN account author ON author.account_id = page.author_id
                LEFT JOIN customer_contact contact ON page.author_kind = 'CUSTOMER'
                    AND contact.customer_id = ticket.customer_id AND contact.contact_id = page.contact_id
                """,
                new Where().equal("ticket_id", ticketId),
                NEWEST_WORDS,
                size,
                after,
                false,
                row -> new CustomerTicket.Message(
                        row.getString("entry_id"),
                        constant(row, "author_kind", AuthorKind.class),
                        named(row, "author_id", "author_name"),
                        row.getString("body"),
                        row.getString("attachment_id"),
                        row.getString("file_name"),
                        time(row, "written_at")));
    }

    private static List<CustomerTicket.Message> oldestFirst(List<CustomerTicket.Message> newestFirst) {
        var messages = new ArrayList<>(newestFirst);
        Collections.reverse(messages);
        return messages;
    }

    private List<CustomerTicket.File> attachments(String ticketId) {
        return db.sql("SELECT * FROM customer_ticket_attachment WHERE ticket_id = :ticket ORDER BY version")
                .param("ticket", ticketId)
                .query((row, number) -> new CustomerTicket.File(
                        row.getString("attachment_id"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size_in_bytes"),
                        time(row, "attached_at")))
                .list();
    }
}
