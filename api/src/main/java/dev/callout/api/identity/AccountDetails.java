package dev.callout.api.identity;

import java.util.List;

/** Somebody who may sign in. */
public record AccountDetails(
        String accountId,
        String username,
        String displayName,
        String email,
        Role role,
        String customerId,
        String contactId,
        String language,
        boolean active,
        List<Named> teams,
        long version) {}
