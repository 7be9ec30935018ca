package dev.callout.api.ticket;

import java.util.List;

/** How many tickets there are, by status, priority and so on; {@code open} ones still need work. */
public record TicketCounts(long open, long total, List<Dimension> dimensions) {

    /** What the tickets are counted by, the busiest values first; the rest of a great many is left out. */
    public record Dimension(String name, List<Count> counts) {}

    /** The tickets of one value; {@code label} is what people call it. */
    public record Count(String value, String label, long open, long total) {}
}
