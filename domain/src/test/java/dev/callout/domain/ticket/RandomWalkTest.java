package dev.callout.domain.ticket;

import static dev.callout.domain.ticket.Tickets.NINE;
import static dev.callout.domain.ticket.Tickets.raise;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.UndoBulkChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many random lives of four tickets. After each order a ticket that is replayed remembers the same as the living one, a
 * ticket loaded from its snapshot decides the same, and a refused order leaves nothing behind.
 */
class RandomWalkTest {

    private static final int STEPS = 100;

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 5, 8, new Random().nextInt());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replay_and_snapshot_tell_the_same_story(long seed) {
        var random = new Random(seed);
        var orders = new RandomOrders(random);
        var replayed = new Desk(NINE, Sla.PREMIUM);
        var fromSnapshots = new Desk(NINE, Sla.PREMIUM);
        for (var raise : orders.start()) {
            replayed.send(raise);
            fromSnapshots.send(raise);
        }
        for (int step = 1; step <= STEPS; step++) {
            var now = NINE.plus(Duration.ofMinutes(step));
            var order = orders.next(replayed::work);
            var ticketId = order.ticketId();
            var what = "seed %d, step %d: %s".formatted(seed, step, order);
            int known = replayed.events(ticketId).size();

            var refusal = replayed.itIs(now).refusal(order);
            assertThat(fromSnapshots.itIs(now).refusal(order)).as(what).isEqualTo(refusal);

            assertThat(fromSnapshots.memory(ticketId)).as(what).isEqualTo(replayed.memory(ticketId));
            if (refusal.isPresent()) {
                assertThat(replayed.events(ticketId)).as(what).hasSize(known);
            } else {
                assertThat(replayed.livingMemory(ticketId)).as(what).isEqualTo(replayed.memory(ticketId));
                RandomOrders.TICKETS.forEach(fromSnapshots::snapshot);
            }
        }
        for (var id : RandomOrders.TICKETS) {
            assertThat(fromSnapshots.events(id)).as("seed %d", seed).isEqualTo(replayed.events(id));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void undo_right_after_a_bulk_step_restores_all(long seed) {
        var orders = new RandomOrders(new Random(seed));
        var desk = new Desk(NINE, Sla.PREMIUM);
        orders.start().forEach(desk::send);
        int undone = 0;
        for (int step = 1; step <= STEPS; step++) {
            desk.itIs(NINE.plus(Duration.ofMinutes(step))).refusal(orders.next(desk::work));
            var bulk = orders.nextInBulk(step);
            var before = desk.work(bulk.ticketId());
            long known = changes(desk, bulk.ticketId());
            if (desk.refusal(bulk).isEmpty() && changes(desk, bulk.ticketId()) > known) {
                desk.send(new UndoBulkChange(bulk.ticketId(), "BLK-" + step, "BLK-undo"));
                assertThat(Tickets.work(upToTheUndo(desk.events(bulk.ticketId()))))
                        .as("seed %d, step %d: %s", seed, step, bulk)
                        .isEqualTo(before);
                undone++;
            }
        }
        assertThat(undone).as("seed %d: undone steps", seed).isPositive();
    }

    /** Without what the ticket noticed after it, such as a breach that assigns the supervisor. */
    private static List<TicketEvent> upToTheUndo(List<TicketEvent> events) {
        var last = events.size() - 1;
        while (!(events.get(last) instanceof BulkChangeUndone)) {
            last--;
        }
        return events.subList(0, last + 1);
    }

    /** Without what the ticket only noticed of the time that passes. */
    private static long changes(Desk desk, String ticketId) {
        return desk.events(ticketId).stream()
                .filter(event -> !Promises.isKeptBy(event)
                        && !(event instanceof TicketWatched)
                        && !(event instanceof TicketUnwatched))
                .count();
    }

    @Test
    void the_walks_get_about() {
        var seen = new ArrayList<String>();
        for (long seed = 1; seed <= 16; seed++) {
            var orders = new RandomOrders(new Random(seed));
            var desk = new Desk(NINE, Sla.PREMIUM);
            orders.start().forEach(desk::send);
            for (int step = 1; step <= STEPS; step++) {
                desk.itIs(NINE.plus(Duration.ofMinutes(step))).refusal(orders.next(desk::work));
            }
            RandomOrders.TICKETS.forEach(id ->
                    desk.events(id).forEach(event -> seen.add(event.getClass().getSimpleName())));
        }
        var possible = Stream.of(TicketEvent.class.getPermittedSubclasses()).map(Class::getSimpleName);
        assertThat(seen).containsAll(possible.toList());
    }
}
