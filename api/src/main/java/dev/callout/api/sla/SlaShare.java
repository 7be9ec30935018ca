package dev.callout.api.sla;

/**
 * How often one kind of promise was kept.
 *
 * @param rate without those that a change of the terms broke
 * @param missedByRetarget those
 * @param running neither kept nor broken yet
 * @param nothingPromised given up before they were decided
 */
public record SlaShare(SlaClock clock, SlaRate rate, long missedByRetarget, long running, long nothingPromised) {}
