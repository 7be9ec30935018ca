package dev.callout.api.ticket;

import java.time.Duration;
import java.util.Set;

/** Which tickets to show; what is empty or null does not narrow. */
public record BoardFilter(
        Set<TicketStatus> statuses,
        Set<Priority> priorities,
        String assignee,
        boolean unassigned,
        String team,
        String customer,
        Set<String> categories,
        Set<Channel> channels,
        Duration ageMoreThan,
        String text,
        Boolean escalated,
        boolean includeArchived) {

    public BoardFilter {
        statuses = statuses == null ? Set.of() : statuses;
        priorities = priorities == null ? Set.of() : priorities;
        categories = categories == null ? Set.of() : categories;
        channels = channels == null ? Set.of() : channels;
    }

    /** Every ticket that is not archived. */
    public static BoardFilter none() {
        return new BoardFilter(null, null, null, false, null, null, null, null, null, null, null, false);
    }
}
