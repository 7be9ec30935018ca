package dev.callout.api;

/** Every reason to refuse a command. The names are public and are never renamed. */
public enum RefusalCode {
    ALREADY_EXISTS(Kind.CONFLICT),
    COMMAND_ID_REUSED(Kind.CONFLICT),
    NOT_ALLOWED(Kind.FORBIDDEN),
    NOT_FOUND(Kind.NOT_FOUND),
    REFERENCE_NOT_FOUND(Kind.INVALID),
    INVALID_VALUE(Kind.INVALID),
    VERSION_CHANGED(Kind.STALE),
    OCCURRED_TOO_EARLY(Kind.INVALID),

    TICKET_CANCELLED(Kind.CONFLICT),
    TICKET_CLOSED(Kind.CONFLICT),
    TICKET_MERGED(Kind.CONFLICT),
    TICKET_NOT_MERGED(Kind.CONFLICT),
    TICKET_NOT_ACCEPTED(Kind.CONFLICT),
    TICKET_NOT_RESOLVED(Kind.CONFLICT),
    STEP_NOT_POSSIBLE(Kind.CONFLICT),
    NOT_ASSIGNED_TO_YOU(Kind.FORBIDDEN),
    TEAM_EMPTY(Kind.CONFLICT),
    REOPEN_WINDOW_PASSED(Kind.CONFLICT),
    FOLLOW_UP_OPEN(Kind.CONFLICT),
    TICKET_FULL(Kind.TOO_LARGE),
    MERGE_INTO_ITSELF(Kind.INVALID),
    MERGE_ACROSS_CUSTOMERS(Kind.CONFLICT),
    MERGE_INTO_CLOSED(Kind.CONFLICT),
    LINK_TO_ITSELF(Kind.INVALID),
    CHANGED_SINCE(Kind.CONFLICT),
    OPERATION_NOT_UNDOABLE(Kind.CONFLICT),
    OPERATION_RUNNING(Kind.CONFLICT),
    OPERATION_FINISHED(Kind.CONFLICT),
    SLA_NOT_DISPUTED(Kind.CONFLICT),
    SECOND_PERSON_REQUIRED(Kind.FORBIDDEN),

    CALENDAR_IN_USE(Kind.CONFLICT),
    CALENDAR_RETIRED(Kind.CONFLICT),
    SLA_POLICY_IN_USE(Kind.CONFLICT),
    SLA_POLICY_RETIRED(Kind.CONFLICT),
    SLA_SCOPE_TAKEN(Kind.CONFLICT),

    VERIFICATION_RUNNING(Kind.CONFLICT),
    HISTORY_BROKEN(Kind.CONFLICT),
    WHAT_IF_RUNNING(Kind.CONFLICT),
    UNKNOWN_FILTER_VALUE(Kind.NOT_FOUND),
    NOT_YET_SIGNED_FOR(Kind.CONFLICT),

    USERNAME_TAKEN(Kind.CONFLICT),
    ACCOUNT_DEACTIVATED(Kind.CONFLICT),
    LAST_ADMINISTRATOR(Kind.CONFLICT),
    NO_MAIL_ADDRESS(Kind.CONFLICT),
    UNKNOWN_CONTACT(Kind.INVALID),
    UNKNOWN_SITE(Kind.INVALID),
    SECOND_FACTOR_NOT_BEGUN(Kind.CONFLICT),

    NOT_A_PERSON(Kind.INVALID),
    ALREADY_ERASED(Kind.CONFLICT),
    PERSON_ERASED(Kind.CONFLICT);

    /** What sort of "no" this is; the HTTP side turns it into a status. */
    public enum Kind {
        /** The rules say no as things stand now. */
        CONFLICT,
        /** The sender may not do this. */
        FORBIDDEN,
        /** There is no such thing, or it is not the sender's. */
        NOT_FOUND,
        /** What was sent does not fit together. */
        INVALID,
        /** The sender looked at an older version. */
        STALE,
        /** It would take more room than one may. */
        TOO_LARGE,
        /** It was done too often; later it can be done again. */
        TOO_OFTEN
    }

    private final Kind kind;

    RefusalCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
