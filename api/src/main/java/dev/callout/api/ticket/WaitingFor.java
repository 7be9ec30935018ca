package dev.callout.api.ticket;

/** Whom paused work waits for. */
public enum WaitingFor {
    CUSTOMER,
    PARTS
}
