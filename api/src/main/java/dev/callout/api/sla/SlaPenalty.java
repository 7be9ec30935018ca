package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;

/**
 * What we owe when a promise is broken.
 *
 * @param priority null for every priority
 * @param amount in the currency's smallest unit
 * @param currency ISO 4217
 */
public record SlaPenalty(SlaClock clock, Priority priority, long amount, String currency) {}
