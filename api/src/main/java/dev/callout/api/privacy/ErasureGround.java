package dev.callout.api.privacy;

/** Why a person is erased; words instead of a text, since a text could name the person again. */
public enum ErasureGround {
    REQUESTED_BY_PERSON,
    CONSENT_WITHDRAWN,
    NO_LONGER_NEEDED,
    OBJECTION,
    UNLAWFUL_USE,
    LEGAL_DUTY
}
