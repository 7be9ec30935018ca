package dev.callout.platform.identity;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and the account asks for a code besides. */
class SecondFactorMissing extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final String accountId;

    SecondFactorMissing(String accountId) {
        super("A code is needed");
        this.accountId = accountId;
    }

    String accountId() {
        return accountId;
    }
}
