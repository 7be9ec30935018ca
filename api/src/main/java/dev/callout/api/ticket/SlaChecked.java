package dev.callout.api.ticket;

import java.time.Instant;

/** The answer to {@link CheckSla}: when to look again, or null when nothing runs out. */
public record SlaChecked(String ticketId, Instant next) {}
