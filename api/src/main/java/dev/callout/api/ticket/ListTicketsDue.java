package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;

/** Tickets whose time came at or before an instant, the longest overdue first. */
@AllowedTo({SYSTEM})
public record ListTicketsDue(DueKind kind, Instant before, int limit) {}
