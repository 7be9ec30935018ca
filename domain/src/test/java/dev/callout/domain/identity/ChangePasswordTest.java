package dev.callout.domain.identity;

import static dev.callout.api.RefusalCode.ACCOUNT_DEACTIVATED;

import dev.callout.api.Refusal;
import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.ChangePassword;
import dev.callout.api.identity.PasswordChanged;
import dev.callout.api.identity.Role;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {

    private final FixtureConfiguration<UserAccount> account = new AggregateTestFixture<>(UserAccount.class);
    private final AccountOpened opened = new AccountOpened("ACC-1", "tina", "Tina", Role.TECHNICIAN, null, null, "en");

    @Test
    void notes_that_and_not_what() {
        account.given(opened).when(new ChangePassword("ACC-1")).expectEvents(new PasswordChanged("ACC-1"));
    }

    @Test
    void refuses_a_deactivated_account() {
        account.given(opened, new AccountDeactivated("ACC-1", "Left us"))
                .when(new ChangePassword("ACC-1"))
                .expectExceptionDetails(new Refusal(ACCOUNT_DEACTIVATED, "The account is deactivated."));
    }
}
