package dev.callout.domain.identity;

import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.DeactivateAccount;
import dev.callout.api.identity.Role;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeactivateAccountTest {

    private final FixtureConfiguration<UserAccount> account = new AggregateTestFixture<>(UserAccount.class);
    private final AccountOpened opened = new AccountOpened("ACC-1", "tina", "Tina", Role.TECHNICIAN, null, null, "en");

    @Test
    void says_why_somebody_may_no_longer_sign_in() {
        account.given(opened)
                .when(new DeactivateAccount("ACC-1", "Left us"))
                .expectEvents(new AccountDeactivated("ACC-1", "Left us"));
    }

    @Test
    void says_nothing_new_the_second_time() {
        account.given(opened, new AccountDeactivated("ACC-1", "Left us"))
                .when(new DeactivateAccount("ACC-1", "Again"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
