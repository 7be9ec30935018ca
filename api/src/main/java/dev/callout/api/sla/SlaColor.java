package dev.callout.api.sla;

/** The signal for a clock: green within its time, yellow from 80 percent on, red when the promise is broken. */
public enum SlaColor {
    GREEN,
    YELLOW,
    RED,
    /** Nothing is promised. */
    GRAY
}
