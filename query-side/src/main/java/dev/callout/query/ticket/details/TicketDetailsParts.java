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
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.Page;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the lists that belong to one ticket. */
@Component
class TicketDetailsParts {

    /** A ticket and all that live on in it. */
    private static final String MERGED = """
            WITH RECURSIVE merged AS (
                SELECT CAST(:ticket AS text) AS ticket_id
                UNION
                SELECT duplicate.ticket_id
                FROM merged JOIN ticket_details duplicate ON duplicate.merged_into = merged.ticket_id)
            """;

    private static final Keyset NEWEST_WORDS =
            Keyset.of("conversation", true, new Column("written_at", Kind.TIME), new Column("version", Kind.NUMBER));

    private final JdbcClient db;
    private final PageReader pages;

    TicketDetailsParts(JdbcClient db, PageReader pages) {
        this.db = db;
        this.pages = pages;
    }

    /** The newest first. */
    Page<Message> conversation(String ticketId, int size, String after) {
        return pages.readTexts(
                "ticket_message",
                "coalesce(body, '')",
                """
                SELECT page.*, author.display_name AS author_name, contact.name AS contact_name, via.number AS via_number
                FROM page
                JOIN ticket_details ticket ON ticket.ticket_id = page.ticket_id
                LEFT JOIN account author ON author.account_id = page.author_id
                LEFT JOIN customer_contact contact
                    ON contact.customer_id = ticket.customer_id AND contact.contact_id = page.contact_id
                LEFT JOIN ticket_details via ON via.ticket_id = page.via_ticket_id
                """,
                new Where().equal("ticket_id", ticketId),
                NEWEST_WORDS,
                size,
                after,
                false,
                row -> new Message(
                        row.getString("message_id"),
                        row.getBoolean("internal"),
                        constant(row, "author_kind", AuthorKind.class),
                        named(row, "author_id", "author_name"),
                        named(row, "contact_id", "contact_name"),
                        row.getString("body"),
                        row.getString("attachment_id"),
                        row.getString("file_name"),
                        reference(row, "via_ticket_id", "via_number"),
                        time(row, "written_at")));
    }

    List<Attachment> attachments(String ticketId) {
        return list(
                MERGED + """
                SELECT file.*, uploader.display_name AS uploader_name, via.ticket_id AS via_id, via.number AS via_number
                FROM merged
                JOIN ticket_attachment file ON file.ticket_id = merged.ticket_id
                LEFT JOIN account uploader ON uploader.account_id = file.uploaded_by
                LEFT JOIN ticket_details via
                    ON via.ticket_id = coalesce(file.via_ticket_id, nullif(file.ticket_id, :ticket))
                WHERE file.ticket_id = :ticket OR NOT EXISTS (SELECT FROM ticket_attachment passed_on
                    WHERE passed_on.ticket_id = :ticket AND passed_on.attachment_id = file.attachment_id)
                ORDER BY file.attached_at, file.position
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
                        reference(row, "via_id", "via_number"),
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
                MERGED + """
                , linked AS (
                    SELECT link.link_id, link.kind, link.ticket_id AS own_id, link.other_ticket_id AS other_id,
                        false AS incoming
                    FROM merged JOIN ticket_link link ON link.ticket_id = merged.ticket_id
                    UNION ALL
                    SELECT link.link_id, link.kind, link.other_ticket_id, link.ticket_id, true
                    FROM merged JOIN ticket_link link ON link.other_ticket_id = merged.ticket_id)
                SELECT linked.kind, linked.incoming, other.ticket_id AS other_id, other.number AS other_number,
                    via.ticket_id AS via_id, via.number AS via_number
                FROM linked
                JOIN ticket_details other ON other.ticket_id = linked.other_id
                LEFT JOIN ticket_details via ON via.ticket_id = nullif(linked.own_id, :ticket)
                WHERE linked.other_id NOT IN (SELECT ticket_id FROM merged)
                ORDER BY linked.link_id
                """,
                ticketId,
                row -> new Link(
                        constant(row, "kind", LinkKind.class),
                        row.getBoolean("incoming"),
                        reference(row, "other_id", "other_number"),
                        reference(row, "via_id", "via_number")));
    }

    /** Who asked to hear of every change, of this ticket or of a duplicate, and who reported a duplicate. */
    List<Named> watchers(String ticketId) {
        return list(MERGED + """
                SELECT watcher.account_id AS watcher_id, account.display_name AS name
                FROM merged
                JOIN ticket_watcher watcher ON watcher.ticket_id = merged.ticket_id
                LEFT JOIN account ON account.account_id = watcher.account_id
                UNION
                SELECT contact.contact_id, contact.name
                FROM merged
                JOIN ticket_details duplicate ON duplicate.ticket_id = merged.ticket_id
                JOIN ticket_details survivor ON survivor.ticket_id = :ticket
                    AND survivor.customer_id = duplicate.customer_id
                    AND survivor.contact_id IS DISTINCT FROM duplicate.contact_id
                JOIN customer_contact contact
                    ON contact.customer_id = duplicate.customer_id AND contact.contact_id = duplicate.contact_id
                ORDER BY watcher_id
                """, ticketId, row -> named(row, "watcher_id", "name"));
    }

    List<TicketReference> followUps(String ticketId) {
        return list(
                "SELECT ticket_id, number FROM ticket_details WHERE follow_up_of = :ticket ORDER BY created_at, ticket_id",
                ticketId,
                row -> reference(row, "ticket_id", "number"));
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
