package dev.callout.query.ticket.details;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.named;
import static dev.callout.query.sql.Columns.time;

import dev.callout.api.customer.PostalAddress;
import dev.callout.api.ticket.BillingStatus;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.ClientStatus;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.FindTicketDetails;
import dev.callout.api.ticket.ListTicketConversation;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketConversationPage;
import dev.callout.api.ticket.TicketDetails;
import dev.callout.api.ticket.TicketDetails.CustomerOfTicket;
import dev.callout.api.ticket.TicketDetails.Message;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.query.Refused;
import dev.callout.query.sql.Page;
import dev.callout.query.sql.Snapshot;
import dev.callout.query.ticket.IdOrNumber;
import dev.callout.query.ticket.Volumes;
import dev.callout.query.ticket.Waiting;
import dev.callout.query.ticket.timeline.TicketPast;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers everything there is to know of one ticket. */
@Component
class TicketDetailsQueries {

    private static final int MESSAGES = 50;

    private final Snapshot snapshot;
    private final JdbcClient db;
    private final TicketDetailsParts parts;
    private final TicketPast past;
    private final TicketDetailsProjection projection;
    private final Volumes volumes;

    TicketDetailsQueries(
            Snapshot snapshot,
            JdbcClient db,
            TicketDetailsParts parts,
            TicketPast past,
            TicketDetailsProjection projection,
            Volumes volumes) {
        this.snapshot = snapshot;
        this.db = db;
        this.parts = parts;
        this.past = past;
        this.projection = projection;
        this.volumes = volumes;
    }

    @QueryHandler
    TicketConversationPage handle(ListTicketConversation query) {
        var ticketId = idOf(query.ticket());
        var page = query.at() == null
                ? parts.conversation(ticketId, query.pageSize(), query.after())
                : past.ask(
                        projection,
                        ticketId,
                        query.at(),
                        () -> parts.conversation(ticketId, query.pageSize(), query.after()));
        return new TicketConversationPage(page.items(), page.next());
    }

    @QueryHandler
    TicketDetails handle(FindTicketDetails query) {
        if (query.at() == null) {
            return find(query.ticket());
        }
        var ticketId = idOf(query.ticket());
        return past.ask(projection, ticketId, query.at(), () -> find(ticketId));
    }

    private String idOf(String idOrNumber) {
        return db.sql("SELECT ticket_id FROM ticket_details WHERE " + IdOrNumber.column(idOrNumber) + " = :ticket")
                .param("ticket", idOrNumber)
                .query(String.class)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private TicketDetails find(String idOrNumber) {
        return snapshot.read(() -> db.sql("""
                        SELECT ticket.*, customer.name AS customer_name, customer.vip,
                            contact.name AS contact_name,
                            CASE WHEN ticket.contact_id IS NULL THEN customer.email ELSE contact.email END AS email,
                            CASE WHEN ticket.contact_id IS NULL THEN customer.phone ELSE contact.phone END AS phone,
                            site.name AS site_name, site.street, site.postal_code, site.city, site.country,
                            raiser.display_name AS raiser_name, technician.display_name AS technician_name,
                            team.name AS team_name, resolver.display_name AS resolver_name,
                            origin.number AS origin_number, target.number AS target_number,
                            EXISTS (SELECT FROM ticket_message WHERE ticket_id = ticket.ticket_id) AS has_messages,
                            EXISTS (SELECT FROM ticket_attachment WHERE ticket_id = ticket.ticket_id) AS has_files,
                            EXISTS (SELECT FROM ticket_assignment WHERE ticket_id = ticket.ticket_id) AS was_assigned,
                            EXISTS (SELECT FROM ticket_escalation WHERE ticket_id = ticket.ticket_id) AS was_escalated,
                            EXISTS (SELECT FROM ticket_link
                                WHERE ticket_id = ticket.ticket_id OR other_ticket_id = ticket.ticket_id) AS is_linked,
                            EXISTS (SELECT FROM ticket_watcher WHERE ticket_id = ticket.ticket_id) AS is_watched,
                            EXISTS (SELECT FROM ticket_details WHERE merged_into = ticket.ticket_id) AS has_duplicates,
                            EXISTS (SELECT FROM ticket_details WHERE follow_up_of = ticket.ticket_id) AS has_follow_ups
                        FROM ticket_details ticket
                        LEFT JOIN customer ON customer.customer_id = ticket.customer_id
                        LEFT JOIN customer_contact contact
                            ON contact.customer_id = ticket.customer_id AND contact.contact_id = ticket.contact_id
                        LEFT JOIN customer_site site
                            ON site.customer_id = ticket.customer_id AND site.site_id = ticket.site_id
                        LEFT JOIN account raiser ON raiser.account_id = ticket.raised_by
                        LEFT JOIN account technician ON technician.account_id = ticket.technician_id
                        LEFT JOIN account resolver ON resolver.account_id = ticket.resolved_by
                        LEFT JOIN team ON team.team_id = ticket.team_id
                        LEFT JOIN ticket_details origin ON origin.ticket_id = ticket.follow_up_of
                        LEFT JOIN ticket_details target ON target.ticket_id = ticket.merged_into
                        WHERE ticket.%s = :ticket
                        """.formatted(IdOrNumber.column(idOrNumber)))
                .param("ticket", idOrNumber)
                .query((row, number) -> details(row))
                .optional()
                .orElseThrow(Refused::notFound));
    }

    private TicketDetails details(ResultSet row) throws SQLException {
        var ticketId = row.getString("ticket_id");
        var status = constant(row, "status", TicketStatus.class);
        var technician = named(row, "technician_id", "technician_name");
        var team = named(row, "team_id", "team_name");
        var billing = BillingStatus.NOT_BILLABLE; // until there is something to bill
        var firstContactAt = time(row, "first_contact_at");
        var raisedAt = time(row, "raised_at");
        var respondedAt = time(row, "responded_at");
        var resolvedAt = time(row, "resolved_at");
        var conversation = row.getBoolean("has_messages")
                ? parts.conversation(ticketId, MESSAGES, null)
                : new Page<Message>(List.of(), null, null);
        return new TicketDetails(
                ticketId,
                row.getString("number"),
                row.getString("title"),
                row.getString("description"),
                constant(row, "type", TicketType.class),
                row.getString("category"),
                row.getString("sub_category"),
                status,
                ClientStatus.of(status, technician != null || team != null, billing),
                ClientStatus.subLine(status, billing),
                billing,
                constant(row, "requested_priority", Priority.class),
                constant(row, "priority", Priority.class),
                constant(row, "channel", Channel.class),
                row.getString("language"),
                customer(row),
                named(row, "raised_by", "raiser_name"),
                row.getString("product"),
                row.getString("serial_number"),
                technician,
                team,
                row.getBoolean("accepted"),
                Waiting.of(status),
                status.isPending() ? row.getString("waiting_reason") : null,
                time(row, "resume_at"),
                time(row, "created_at"),
                raisedAt,
                firstContactAt,
                respondedAt,
                resolvedAt,
                time(row, "closed_at"),
                time(row, "last_activity_at"),
                between(firstContactAt, respondedAt),
                between(raisedAt, resolvedAt),
                named(row, "resolved_by", "resolver_name"),
                row.getString("work_done"),
                constant(row, "closure", Closure.class),
                status.isOver() ? row.getString("closing_note") : null,
                status == TicketStatus.CANCELLED ? constant(row, "cancel_reason", CancelReason.class) : null,
                row.getInt("cycle"),
                row.getInt("cycle") - 1,
                row.getBoolean("archived"),
                parts.reference(row, "merged_into", "target_number"),
                parts.survivor(row.getString("merged_into")),
                parts.reference(row, "follow_up_of", "origin_number"),
                ifAny(row.getBoolean("has_follow_ups"), ticketId, parts::followUps),
                ifAny(row.getBoolean("has_duplicates"), ticketId, parts::duplicates),
                oldestFirst(conversation.items()),
                conversation.next() != null,
                ifAny(has(row, "has_files", "has_duplicates"), ticketId, parts::attachments),
                ifAny(row.getBoolean("was_assigned"), ticketId, parts::assignments),
                parts.cycles(ticketId),
                ifAny(row.getBoolean("was_escalated"), ticketId, parts::escalations),
                ifAny(has(row, "is_linked", "has_duplicates"), ticketId, parts::links),
                ifAny(has(row, "is_watched", "has_duplicates"), ticketId, parts::watchers),
                volumes.usage(row),
                row.getLong("version"));
    }

    private static List<Message> oldestFirst(List<Message> newestFirst) {
        var messages = new ArrayList<>(newestFirst);
        Collections.reverse(messages);
        return messages;
    }

    /** Most tickets have few of these lists, and an empty one needs no statement of its own. */
    private static <T> List<T> ifAny(boolean any, String ticketId, Function<String, List<T>> list) {
        return any ? list.apply(ticketId) : List.of();
    }

    private static boolean has(ResultSet row, String one, String other) throws SQLException {
        return row.getBoolean(one) || row.getBoolean(other);
    }

    private static CustomerOfTicket customer(ResultSet row) throws SQLException {
        var address = row.getString("country") == null && row.getString("city") == null
                ? null
                : new PostalAddress(
                        row.getString("street"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country"));
        return new CustomerOfTicket(
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getBoolean("vip"),
                named(row, "contact_id", "contact_name"),
                row.getString("email"),
                row.getString("phone"),
                named(row, "site_id", "site_name"),
                address);
    }

    private static Duration between(Instant from, Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }
}
