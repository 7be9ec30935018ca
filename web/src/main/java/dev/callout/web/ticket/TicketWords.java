package dev.callout.web.ticket;

import dev.callout.api.identity.Named;
import dev.callout.api.ticket.Priority;
import java.util.Locale;

/** What the board and the page of a ticket say alike. */
final class TicketWords {

    private TicketWords() {}

    /** How a priority is marked. */
    static String weight(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }

    static String customer(Named customer) {
        return name(customer, "Unknown");
    }

    static String assignee(Named technician, Named team) {
        return name(technician, name(team, "Nobody yet"));
    }

    private static String name(Named named, String otherwise) {
        if (named == null || named.id() == null) {
            return otherwise;
        }
        return named.name() == null ? named.id() : named.name();
    }
}
