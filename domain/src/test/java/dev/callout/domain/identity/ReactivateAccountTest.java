package dev.callout.domain.identity;

import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.AccountReactivated;
import dev.callout.api.identity.ReactivateAccount;
import dev.callout.api.identity.Role;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReactivateAccountTest {

    private final FixtureConfiguration<UserAccount> account = new AggregateTestFixture<>(UserAccount.class);
    private final AccountOpened opened = new AccountOpened("ACC-1", "tina", "Tina", Role.TECHNICIAN, null, null, "en");

    @Test
    void lets_somebody_sign_in_again() {
        account.given(opened, new AccountDeactivated("ACC-1", "Left us"))
                .when(new ReactivateAccount("ACC-1"))
                .expectEvents(new AccountReactivated("ACC-1"));
    }

    @Test
    void says_nothing_new_about_an_active_account() {
        account.given(opened, new AccountDeactivated("ACC-1", "Left us"), new AccountReactivated("ACC-1"))
                .when(new ReactivateAccount("ACC-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
