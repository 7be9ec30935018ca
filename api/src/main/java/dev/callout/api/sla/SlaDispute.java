package dev.callout.api.sla;

/** What became of a late report that would undo a recorded breach. */
public enum SlaDispute {
    /** Until somebody else with the right has decided, the breach stands. */
    PENDING,
    /** It counts, and the breach is excused. */
    ACCEPTED,
    /** The breach stands. */
    REJECTED
}
