package dev.callout.api.audit;

import static dev.callout.api.identity.Role.AUDITOR;

import dev.callout.api.identity.AllowedTo;

/** How far the last comparison of the history with its seals is, and what it found. */
@AllowedTo(AUDITOR)
public record FindVerification() {}
