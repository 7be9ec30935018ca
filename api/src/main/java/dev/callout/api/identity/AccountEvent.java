package dev.callout.api.identity;

/** What can happen to a user account. */
public sealed interface AccountEvent
        permits AccountOpened,
                AccountEmailChanged,
                AccountInvited,
                AccountRoleChanged,
                AccountDeactivated,
                AccountReactivated,
                PasswordChanged,
                AccountErased {

    String accountId();
}
