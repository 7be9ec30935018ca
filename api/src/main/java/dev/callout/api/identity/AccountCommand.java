package dev.callout.api.identity;

/** What can be asked of a user account. */
public sealed interface AccountCommand
        permits OpenAccount,
                ChangeAccountEmail,
                InviteToAccount,
                ChangeAccountRole,
                DeactivateAccount,
                ReactivateAccount,
                ChangePassword,
                EraseAccount {

    String accountId();
}
