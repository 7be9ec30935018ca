package dev.callout.web.ticket;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.callout.api.sla.ListSlaTracking;
import dev.callout.api.ticket.BoardFilter;
import dev.callout.api.ticket.BoardSort;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.TicketBoardLine;
import dev.callout.api.ticket.TicketBoardPage;
import dev.callout.api.ticket.TicketCounts;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.web.frame.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The dispatcher's board as it stands on the screen. */
record Board(List<Tally> tallies, List<Line> lines, String here, String next, TicketStatus status, String text) {

    private static final int PAGE_SIZE = 50;

    /** How many tickets there are of a status, and the path that shows them. */
    record Tally(String words, long tickets, String path, boolean shown) {}

    /** One ticket; {@code due} is null when nothing is promised or nothing is left to do for it. */
    record Line(
            String number,
            String path,
            String title,
            String status,
            String priority,
            String weight,
            String customer,
            String assignee,
            Due due,
            Instant raisedAt,
            String age) {}

    /** Asks for one status, or for all tickets that still need work. */
    static ListTicketBoard query(TicketStatus status, String text, String after) {
        var statuses = status != null
                ? Set.of(status)
                : Arrays.stream(TicketStatus.values())
                        .filter(TicketStatus::isOpen)
                        .collect(toSet());
        var withArchive = status != null && status.isOver(); // as it is counted: a cancelled ticket is archived at once
        var filter =
                new BoardFilter(statuses, null, null, false, null, null, null, null, null, text, null, withArchive);
        return new ListTicketBoard(filter, BoardSort.MOST_URGENT, PAGE_SIZE, after, false);
    }

    /** Asks for the promises of all tickets of a page at once. */
    static ListSlaTracking promises(TicketBoardPage page) {
        return new ListSlaTracking(
                page.items().stream().map(TicketBoardLine::ticketId).toList());
    }

    static Board of(
            TicketCounts counts,
            TicketBoardPage page,
            Map<String, Due> due,
            TicketStatus status,
            String text,
            String after,
            String following,
            Instant now) {
        var lines = page.items().stream()
                .map(ticket -> line(ticket, due.get(ticket.ticketId()), now))
                .toList();
        var next = following == null ? null : HomePage.path(status, text, following);
        return new Board(tallies(counts, status, text), lines, HomePage.path(status, text, after), next, status, text);
    }

    private static List<Tally> tallies(TicketCounts counts, TicketStatus shown, String text) {
        var byStatus = counts.dimensions().stream()
                .filter(dimension -> dimension.name().equals("status"))
                .flatMap(dimension -> dimension.counts().stream())
                .collect(toMap(TicketCounts.Count::value, TicketCounts.Count::total));
        return Stream.concat(
                        Stream.of(new Tally("All open", counts.open(), HomePage.path(null, text, null), shown == null)),
                        Arrays.stream(TicketStatus.values()).map(status -> tally(status, byStatus, shown, text)))
                .toList();
    }

    private static Tally tally(TicketStatus status, Map<String, Long> byStatus, TicketStatus shown, String text) {
        var tickets = byStatus.getOrDefault(status.name(), 0L);
        return new Tally(Words.of(status), tickets, HomePage.path(status, text, null), status == shown);
    }

    private static Line line(TicketBoardLine ticket, Due due, Instant now) {
        return new Line(
                ticket.number(),
                TicketPage.path(ticket.number(), null),
                ticket.title(),
                Words.of(ticket.status()),
                Words.of(ticket.priority()),
                TicketWords.weight(ticket.priority()),
                TicketWords.customer(ticket.customer()),
                TicketWords.assignee(ticket.technician(), ticket.team()),
                due,
                ticket.raisedAt(),
                Words.of(Duration.between(ticket.raisedAt(), now)));
    }
}
