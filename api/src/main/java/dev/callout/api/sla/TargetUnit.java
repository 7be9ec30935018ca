package dev.callout.api.sla;

/** How the time of a target is counted. */
public enum TargetUnit {
    /** Minutes on the wall, day and night. */
    MINUTES,
    /** Minutes in which the calendar is open. */
    BUSINESS_MINUTES,
    /** The same time of day so many working days later. */
    BUSINESS_DAYS
}
