package dev.callout.api.identity;

import static dev.callout.api.identity.Role.SYSTEM;

/** Let somebody who lost it sign in without the second factor. */
@AllowedTo({SYSTEM})
public record ResetSecondFactor(String accountId) {}
