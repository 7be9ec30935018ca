package dev.callout.api.identity;

/** What somebody signed in with. */
public enum SignInKind {
    BROWSER,
    PROGRAM
}
