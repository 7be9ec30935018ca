package dev.callout.api.ticket;

/** Why a ticket should never have been. */
public enum CancelReason {
    DUPLICATE,
    INVALID,
    WITHDRAWN
}
