package dev.callout.api.identity;

/** What can happen around signing in that somebody may have to look into. The names are public, never renamed. */
public enum SecurityEventKind {
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGN_IN_LOCKED,
    SIGN_INS_ENDED,
    INVITATION_SENT,
    PASSWORD_RESET_REQUESTED,
    PASSWORD_CHOSEN,
    SECOND_FACTOR_FAILED,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    RECOVERY_CODE_USED,
    RECOVERY_CODES_RENEWED,
    ADMINISTRATOR_RECOVERED,
    IDENTITY_LINKED,
    IDENTITY_UNKNOWN,
    RIGHT_REFUSED
}
