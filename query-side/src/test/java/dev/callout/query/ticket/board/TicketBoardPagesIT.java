package dev.callout.query.ticket.board;

import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.BoardFilter;
import dev.callout.api.ticket.BoardSort;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketBoardLine;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever the filter and the order: all pages together are the whole list, each ticket once. */
@QueryTest
class TicketBoardPagesIT {

    private static final int TICKETS = 120;
    private static final int ROUNDS = 60;

    private @Autowired Story story;
    private @Autowired TicketBoardQueries board;

    @Test
    void pages_together_are_the_list() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        raiseMany(random);
        var all = everything();
        for (var round = 0; round < ROUNDS; round++) {
            var filter = someFilter(random);
            var sort = BoardSort.values()[random.nextInt(BoardSort.values().length)];
            var expected = all.stream()
                    .filter(line -> matches(filter, line))
                    .sorted(order(sort))
                    .map(TicketBoardLine::ticketId)
                    .toList();
            var found = readAll(filter, sort, 1 + random.nextInt(40));
            assertThat(found).as("seed %s, %s %s", seed, filter, sort).isEqualTo(expected);
        }
    }

    private void raiseMany(Random random) {
        var events = new ArrayList<Object>();
        for (var i = 0; i < TICKETS; i++) {
            var ticketId = Tickets.newId();
            var minute = Story.at("09:00").plus(Duration.ofMinutes(random.nextInt(20))); // many at the same time
            var priority = Priority.values()[random.nextInt(4)];
            var title = random.nextBoolean() ? "Printer 100% _hums_" : "Network down";
            events.add(raised(ticketId, "CUS-" + random.nextInt(3), title, priority, minute));
            if (random.nextBoolean()) {
                events.add(assigned(ticketId, "ACC-" + random.nextInt(3), null));
            }
        }
        story.tell(events.toArray());
    }

    private static BoardFilter someFilter(Random random) {
        return new BoardFilter(
                random.nextBoolean() ? Set.of(TicketStatus.CREATED, TicketStatus.RESOLVED) : null,
                random.nextBoolean() ? Set.of(Priority.values()[random.nextInt(3)], Priority.URGENT) : null,
                random.nextInt(4) == 0 ? "ACC-" + random.nextInt(3) : null,
                random.nextInt(4) == 0,
                null,
                random.nextInt(3) == 0 ? "CUS-" + random.nextInt(3) : null,
                null,
                null,
                null,
                random.nextInt(3) == 0 ? (random.nextBoolean() ? "0% _HUM" : "net down") : null,
                random.nextInt(4) == 0 ? false : null,
                random.nextBoolean());
    }

    private static boolean matches(BoardFilter filter, TicketBoardLine line) {
        var technician = line.technician() == null ? null : line.technician().id();
        return (filter.statuses().isEmpty() || filter.statuses().contains(line.status()))
                && (filter.priorities().isEmpty() || filter.priorities().contains(line.priority()))
                && (filter.assignee() == null || filter.assignee().equals(technician))
                && (!filter.unassigned() || (technician == null && line.team() == null))
                && (filter.customer() == null
                        || filter.customer().equals(line.customer().id()))
                && (filter.escalated() == null || filter.escalated() == line.escalated())
                && (filter.includeArchived() || !line.archived())
                && (filter.text() == null
                        || List.of(filter.text().toLowerCase().split(" ")).stream()
                                .allMatch(word -> (line.number() + " " + line.title() + " " + line.product() + " "
                                                + line.serialNumber())
                                        .toLowerCase()
                                        .contains(word)));
    }

    private static Comparator<TicketBoardLine> order(BoardSort sort) {
        var byId = Comparator.comparing(TicketBoardLine::ticketId);
        var byAge = Comparator.comparing(TicketBoardLine::raisedAt).thenComparing(byId);
        return switch (sort) {
            case NEWEST -> byAge.reversed();
            case OLDEST -> byAge;
            case MOST_URGENT ->
                Comparator.comparing(TicketBoardLine::priority).reversed().thenComparing(byAge);
            case LAST_ACTIVITY ->
                Comparator.comparing(TicketBoardLine::lastActivityAt)
                        .thenComparing(byId)
                        .reversed();
            case NUMBER -> Comparator.comparing(TicketBoardLine::number).thenComparing(byId);
        };
    }

    private List<TicketBoardLine> everything() {
        var filter = new BoardFilter(null, null, null, false, null, null, null, null, null, null, null, true);
        return board.handle(new ListTicketBoard(filter, null, 100_000, null, false))
                .items();
    }

    private List<String> readAll(BoardFilter filter, BoardSort sort, int pageSize) {
        var found = new ArrayList<String>();
        String after = null;
        do {
            var page = board.handle(new ListTicketBoard(filter, sort, pageSize, after, true));
            page.items().forEach(line -> found.add(line.ticketId()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(pageSize);
            after = page.next();
        } while (after != null);
        return found;
    }
}
