package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;
import java.time.Instant;

/**
 * Which tickets a report is about: those that were raised in a period, and of them those that fit everything that is
 * named.
 *
 * @param until is out
 */
public record SlaReportFilter(
        Instant from, Instant until, String customerId, Priority priority, String category, String teamId) {}
