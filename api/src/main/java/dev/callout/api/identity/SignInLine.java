package dev.callout.api.identity;

import java.time.Instant;

/** One sign-in that has not ended: with what kind of browser or program, since when, and when last at work. */
public record SignInLine(String signInId, SignInKind kind, String agent, Instant startedAt, Instant lastSeenAt) {}
