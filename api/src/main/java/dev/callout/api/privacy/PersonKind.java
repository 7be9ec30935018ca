package dev.callout.api.privacy;

/** As what we know a person. */
public enum PersonKind {
    CONTACT,
    CONSUMER,
    ACCOUNT
}
