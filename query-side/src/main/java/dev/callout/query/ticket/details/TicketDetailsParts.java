package dev.callout.query.ticket.details;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.named;
import static dev.callout.query.sql.Columns.time;

import dev.callout.api.identity.Named;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.TicketDetails.Assignment;
import dev.callout.api.ticket.TicketDetails.Attachment;
import dev.callout.api.ticket.TicketDetails.Cycle;
import dev.callout.api.ticket.TicketDetails.Escalation;
import dev.callout.api.ticket.TicketDetails.Link;
import dev.callout.api.ticket.TicketDetails.Message;
import dev.callout.api.ticket.TicketDetails.TicketReference;
import dev.callout.query.sql.PageReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the lists that belong to one ticket. */
@Component
class TicketDetailsParts {

    private final JdbcClient db;

    TicketDetailsParts(JdbcClient db) {
        this.db = db;
    }

    List<Message> conversation(String ticketId) {
        return list(
                """
                SELECT message.*, author.display_name AS author_name, contact.name AS contact_name, via.number AS via_number
                FROM ticket_message message
                JOIN ticket_details ticket ON ticket.ticket_id = message.ticket_id
                LEFT JOIN account author ON author.account_id = message.author_id
                LEFT JOIN customer_contact contact
                    ON contact.customer_id = ticket.customer_id AND contact.contact_id = message.contact_id
                LEFT JOIN ticket_details via ON via.ticket_id = message.via_ticket_id
                WHERE message.ticket_id = :ticket ORDER BY message.written_at, message.version
                """,
                ticketId,
                row -> new Message(
                        row.getString("message_id"),
                        row.getBoolean("internal"),
                        constant(row, "author_kind", AuthorKind.class),
                        named(row, "author_id", "author_name"),
                        named(row, "contact_id", "contact_name"),
                        row.getString("body"),
                        reference(row, "via_ticket_id", "via_number"),
                        time(row, "written_at")));
    }

    List<Attachment> attachments(String ticketId) {
        return list(
                """
                SELECT file.*, uploader.display_name AS uploader_name
                FROM ticket_attachment file LEFT JOIN account uploader ON uploader.account_id = file.uploaded_by
                WHERE file.ticket_id = :ticket ORDER BY file.version
                """,
                ticketId,
                row -> new Attachment(
                        row.getString("attachment_id"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size_in_bytes"),
                        row.getString("sha256"),
                        row.getBoolean("internal"),
                        named(row, "uploaded_by", "uploader_name"),
                        time(row, "attached_at")));
    }

    List<Assignment> assignments(String ticketId) {
        return list(
                """
                SELECT assignment.*, technician.display_name AS technician_name, team.name AS team_name,
                    lead(assigned_at) OVER (ORDER BY assignment.version) AS until
                FROM ticket_assignment assignment
                LEFT JOIN account technician ON technician.account_id = assignment.technician_id
                LEFT JOIN team ON team.team_id = assignment.team_id
                WHERE assignment.ticket_id = :ticket ORDER BY assignment.version
                """,
                ticketId,
                row -> new Assignment(
                        named(row, "technician_id", "technician_name"),
                        named(row, "team_id", "team_name"),
                        row.getString("reason"),
                        time(row, "assigned_at"),
                        time(row, "until")));
    }

    List<Cycle> cycles(String ticketId) {
        return list(
                """
                SELECT cycle.*, resolver.display_name AS resolver_name
                FROM ticket_cycle cycle LEFT JOIN account resolver ON resolver.account_id = cycle.resolved_by
                WHERE cycle.ticket_id = :ticket ORDER BY cycle.cycle
                """,
                ticketId,
                row -> new Cycle(
                        row.getInt("cycle"),
                        time(row, "started_at"),
                        row.getString("reason"),
                        time(row, "resolved_at"),
                        named(row, "resolved_by", "resolver_name"),
                        row.getString("work_done"),
                        time(row, "closed_at"),
                        constant(row, "outcome", Closure.class)));
    }

    List<Escalation> escalations(String ticketId) {
        return list(
                """
                SELECT escalation.*, asker.display_name AS asker_name, helper.display_name AS helper_name,
                    team.name AS team_name
                FROM ticket_escalation escalation
                LEFT JOIN account asker ON asker.account_id = escalation.escalated_by
                LEFT JOIN account helper ON helper.account_id = escalation.to_account_id
                LEFT JOIN team ON team.team_id = escalation.to_team_id
                WHERE escalation.ticket_id = :ticket ORDER BY escalation.version
                """,
                ticketId,
                row -> new Escalation(
                        named(row, "escalated_by", "asker_name"),
                        named(row, "to_account_id", "helper_name"),
                        named(row, "to_team_id", "team_name"),
                        row.getString("reason"),
                        time(row, "escalated_at")));
    }

    /** The links as this ticket sees them; those that others made to it are the incoming ones. */
    List<Link> links(String ticketId) {
        return list(
                """
                SELECT link.kind, other.ticket_id AS other_id, other.number AS other_number,
                    link.ticket_id <> :ticket AS incoming
                FROM ticket_link link
                JOIN ticket_details other ON other.ticket_id
                    = CASE WHEN link.ticket_id = :ticket THEN link.other_ticket_id ELSE link.ticket_id END
                WHERE link.ticket_id = :ticket OR link.other_ticket_id = :ticket
                ORDER BY link.link_id
                """,
                ticketId,
                row -> new Link(
                        constant(row, "kind", LinkKind.class),
                        row.getBoolean("incoming"),
                        reference(row, "other_id", "other_number")));
    }

    List<Named> watchers(String ticketId) {
        return list("""
                SELECT watcher.account_id, account.display_name
                FROM ticket_watcher watcher LEFT JOIN account ON account.account_id = watcher.account_id
                WHERE watcher.ticket_id = :ticket ORDER BY watcher.account_id
                """, ticketId, row -> named(row, "account_id", "display_name"));
    }

    List<TicketReference> duplicates(String ticketId) {
        return list(
                "SELECT ticket_id, number FROM ticket_details WHERE merged_into = :ticket ORDER BY number",
                ticketId,
                row -> reference(row, "ticket_id", "number"));
    }

    /** Where the chain of merges ends; null for a ticket that was not merged. */
    TicketReference survivor(String mergedInto) {
        if (mergedInto == null) {
            return null;
        }
        var chain = list("""
                WITH RECURSIVE chain AS (
                    SELECT ticket_id, number, merged_into, 1 AS step FROM ticket_details WHERE ticket_id = :ticket
                    UNION ALL
                    SELECT next.ticket_id, next.number, next.merged_into, step + 1
                    FROM chain JOIN ticket_details next ON next.ticket_id = chain.merged_into WHERE step < 100)
                SELECT ticket_id, number FROM chain ORDER BY step DESC LIMIT 1
                """, mergedInto, row -> reference(row, "ticket_id", "number"));
        return chain.isEmpty() ? null : chain.get(0);
    }

    TicketReference reference(ResultSet row, String idColumn, String numberColumn) throws SQLException {
        var ticketId = row.getString(idColumn);
        return ticketId == null ? null : new TicketReference(ticketId, row.getString(numberColumn));
    }

    private <T> List<T> list(String sql, String ticketId, PageReader.Reader<T> reader) {
        return db.sql(sql)
                .param("ticket", ticketId)
                .query((row, number) -> reader.read(row))
                .list();
    }
}
