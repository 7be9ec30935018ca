package dev.callout.api.identity;

import static dev.callout.api.identity.Role.SYSTEM;

/** Let somebody sign in by an outside issuer, who calls the person by this subject. */
@AllowedTo({SYSTEM})
public record LinkIdentity(String accountId, String issuer, String subject) {}
