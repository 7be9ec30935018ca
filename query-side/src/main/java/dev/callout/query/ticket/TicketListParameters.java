package dev.callout.query.ticket;

import dev.callout.api.ticket.BoardFilter;
import dev.callout.api.ticket.BoardSort;
import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.ClientStatus;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.query.http.Filters;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** How a list of tickets can be narrowed and sorted; some of it is for staff only. */
record TicketListParameters(
        List<String> status,
        List<String> priority,
        String assignee,
        String unassigned,
        String team,
        String customer,
        List<String> category,
        List<String> channel,
        String ageMoreThan,
        String text,
        String escalated,
        String includeArchived,
        String sort,
        String pageSize,
        String after,
        String count) {

    private static final String PENDING = "PENDING";

    @Override
    public String text() {
        return Filters.text("text", text);
    }

    BoardFilter boardFilter() {
        return new BoardFilter(
                statuses(),
                Filters.constants("priority", priority, Priority.class),
                assignee,
                Filters.isYes("unassigned", unassigned),
                team,
                customer,
                Filters.words(category),
                Filters.constants("channel", channel, Channel.class),
                Filters.duration("ageMoreThan", ageMoreThan),
                text(),
                Filters.yesOrNo("escalated", escalated),
                Filters.isYes("includeArchived", includeArchived));
    }

    BoardSort boardSort() {
        return sort == null ? BoardSort.NEWEST : BoardSort.ofKey(sort).orElseThrow(() -> Filters.unfit("sort", sort));
    }

    /** Customers know no other parameters than these. */
    Set<ClientStatus> clientStatuses() {
        var forStaff = Stream.of(
                priority, assignee, unassigned, team, customer, category, channel, ageMoreThan, escalated, sort);
        if (forStaff.anyMatch(Objects::nonNull)) {
            throw Filters.invalid("Tickets can be narrowed by status and text.");
        }
        return Filters.constants("status", status, ClientStatus.class);
    }

    /** {@code PENDING} stands for both ways of waiting. */
    private Set<TicketStatus> statuses() {
        if (status == null) {
            return Set.of();
        }
        var exact = status.stream().filter(name -> !name.equals(PENDING)).toList();
        var statuses = new HashSet<>(Filters.constants("status", exact, TicketStatus.class));
        if (status.contains(PENDING)) {
            Arrays.stream(TicketStatus.values()).filter(TicketStatus::isPending).forEach(statuses::add);
        }
        return statuses;
    }
}
