package dev.callout.api.identity;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.SYSTEM;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Say where mail reaches somebody. */
@AllowedTo({CUSTOMER_ADMIN, SYSTEM})
public record ChangeAccountEmail(@TargetAggregateIdentifier String accountId, String email) implements AccountCommand {

    /** A mail address stays out of logs. */
    @Override
    public String toString() {
        return "ChangeAccountEmail[" + accountId + "]";
    }
}
