package dev.callout.query.ticket.board;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.named;
import static dev.callout.query.sql.Columns.time;

import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketBoardLine;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.query.ticket.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads lines of the board, with the names that the other views know. */
final class TicketBoardLines {

    /** Makes lines of the rows it finds under the name {@code page}. */
    static final String SELECT = """
            SELECT page.*, customer.name AS customer_name, contact.name AS contact_name, site.name AS site_name,
                technician.display_name AS technician_name, team.name AS team_name
            FROM page
            LEFT JOIN customer ON customer.customer_id = page.customer_id
            LEFT JOIN customer_contact contact
                ON contact.customer_id = page.customer_id AND contact.contact_id = page.contact_id
            LEFT JOIN customer_site site ON site.customer_id = page.customer_id AND site.site_id = page.site_id
            LEFT JOIN account technician ON technician.account_id = page.technician_id
            LEFT JOIN team ON team.team_id = page.team_id
            """;

    private TicketBoardLines() {}

    static TicketBoardLine read(ResultSet row) throws SQLException {
        var status = constant(row, "status", TicketStatus.class);
        return new TicketBoardLine(
                row.getString("ticket_id"),
                row.getString("number"),
                row.getString("title"),
                status,
                constant(row, "priority", Priority.class),
                constant(row, "requested_priority", Priority.class),
                constant(row, "type", TicketType.class),
                row.getString("category"),
                row.getString("sub_category"),
                constant(row, "channel", Channel.class),
                named(row, "customer_id", "customer_name"),
                named(row, "contact_id", "contact_name"),
                named(row, "site_id", "site_name"),
                named(row, "technician_id", "technician_name"),
                named(row, "team_id", "team_name"),
                row.getBoolean("accepted"),
                Waiting.of(status),
                time(row, "resume_at"),
                time(row, "raised_at"),
                time(row, "last_activity_at"),
                row.getString("escalated_at") != null,
                row.getInt("comments"),
                row.getBoolean("customer_waits"),
                row.getInt("cycle"),
                row.getString("product"),
                row.getString("serial_number"),
                row.getBoolean("archived"),
                row.getLong("version"));
    }
}
