package dev.callout.query.ticket.counters;

import static java.util.Comparator.comparing;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a batch of events does to the counters, summed up so that each counter is written once. */
class CounterChanges {

    private record Counter(String dimension, String value) implements Comparable<Counter> {
        @Override
        public int compareTo(Counter other) {
            return comparing(Counter::dimension).thenComparing(Counter::value).compare(this, other);
        }
    }

    private record Change(long open, long total) {
        Change plus(Change other) {
            return new Change(open + other.open, total + other.total);
        }

        boolean isNone() {
            return open == 0 && total == 0;
        }
    }

    private final Map<Counter, Change> changes = new TreeMap<>(); // always locked in the same order

    /** Counts a ticket in (1) or out (-1). */
    void count(Counted ticket, int times) {
        var change = new Change(ticket.open() ? times : 0, times);
        ticket.values()
                .forEach((dimension, value) -> changes.merge(new Counter(dimension, value), change, Change::plus));
    }

    void writeTo(JdbcTemplate db) {
        changes.values().removeIf(Change::isNone);
        var rows = changes.entrySet().stream()
                .map(entry -> new Object[] {
                    entry.getKey().dimension(),
                    entry.getKey().value(),
                    entry.getValue().open(),
                    entry.getValue().total()
                })
                .toList();
        db.batchUpdate("""
                INSERT INTO ticket_counter AS counter (dimension, value, open, total) VALUES (?, ?, ?, ?)
                ON CONFLICT (dimension, value)
                DO UPDATE SET open = counter.open + excluded.open, total = counter.total + excluded.total
                """, rows);
        db.update("DELETE FROM ticket_counter WHERE total = 0"); // as if the value had never been
    }
}
