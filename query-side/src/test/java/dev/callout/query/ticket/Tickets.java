package dev.callout.query.ticket;

import static dev.callout.query.Story.at;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketType;
import java.time.Instant;
import java.util.UUID;

/** Events of a believable ticket, for tests to begin with. */
public final class Tickets {

    private Tickets() {}

    public static String newId() {
        return "TCK-" + UUID.randomUUID();
    }

    public static TicketRaised raised(String ticketId) {
        return raised(ticketId, "CUS-acme", "The printer prints nothing", Priority.HIGH, at("09:00"));
    }

    public static TicketRaised raised(
            String ticketId, String customerId, String title, Priority priority, Instant occurredAt) {
        return new TicketRaised(
                ticketId,
                numberOf(ticketId),
                customerId,
                "CON-jo",
                "SIT-main",
                "ACC-dana",
                title,
                "It only hums.",
                TicketType.ISSUE,
                "Hardware",
                "Printer",
                Priority.MEDIUM,
                priority,
                Channel.PHONE,
                "LaserJet 400",
                "SN-4711",
                "en",
                null,
                null,
                occurredAt);
    }

    public static String numberOf(String ticketId) {
        return "TKT" + Integer.toUnsignedString(ticketId.hashCode());
    }

    public static TicketAssigned assigned(String ticketId, String technicianId, String teamId) {
        return new TicketAssigned(ticketId, "CON-jo", technicianId, teamId, "nearest technician", at("09:10"));
    }

    public static CommentAdded comment(
            String ticketId, AuthorKind author, String body, boolean firstResponse, String time) {
        return new CommentAdded(
                ticketId,
                "CMT-" + UUID.randomUUID(),
                author == AuthorKind.CUSTOMER ? "ACC-jo" : "ACC-ana",
                author,
                "CON-jo",
                body,
                firstResponse,
                null,
                at(time));
    }
}
