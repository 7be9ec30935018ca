package dev.callout.api.ticket;

/** Why work went back to the queue. */
public enum ReturnCause {
    /** The account of the person who had it is deactivated. */
    DEACTIVATED,
    /** The person who had it has another role now. */
    ROLE_CHANGED,
    /** The person who had it was erased. */
    ERASED,
    /** The person who had it has no sign-in. */
    NO_SIGN_IN,
    /** The team that had it has no member who could accept it. */
    TEAM_EMPTY
}
