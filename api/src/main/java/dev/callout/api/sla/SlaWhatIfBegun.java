package dev.callout.api.sla;

/**
 * The replay that was asked for.
 *
 * @param before whether it was begun before, by the very same request
 */
public record SlaWhatIfBegun(SlaWhatIf whatIf, boolean before) {}
