package dev.callout.api.sla;

/**
 * How often one kind of promise was kept.
 *
 * @param rate without those that a change of the terms broke
 * @param missedByRetarget those
 * @param running neither kept nor broken yet
 * @param nothingPromised given up before they were decided
 * @param excused of those that are not missed: a breach was recorded, and a late report of the contrary accepted
 * @param disputed of the missed ones: a late report says otherwise, and nobody has decided yet
 */
public record SlaShare(
        SlaClock clock,
        SlaRate rate,
        long missedByRetarget,
        long running,
        long nothingPromised,
        long excused,
        long disputed) {}
