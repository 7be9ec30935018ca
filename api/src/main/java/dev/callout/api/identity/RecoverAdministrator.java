package dev.callout.api.identity;

/** Make the account with a user name an active administrator, with nothing left that keeps its owner out. */
@AllowedTo({})
public record RecoverAdministrator(String username) {}
