package dev.callout.query.ticket.counters;

import java.util.Map;

/** What a ticket counts as at one moment: whether it is open, and its value in each dimension. */
record Counted(boolean open, Map<String, String> values) {}
