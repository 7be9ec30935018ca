package dev.callout.api.identity;

import java.time.Instant;

/**
 * One thing that happened around signing in.
 *
 * @param accountId whose account it was about, where that is known
 * @param byAccountId who did it, if that was somebody else
 * @param address from where, for tries to sign in
 */
public record SecurityEventLine(
        long id,
        Instant happenedAt,
        SecurityEventKind kind,
        String accountId,
        String byAccountId,
        String address,
        String detail) {}
