package dev.callout.domain.identity;

import static dev.callout.api.RefusalCode.PERSON_ERASED;

import dev.callout.api.Refusal;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.EraseAccount;
import dev.callout.api.identity.ReactivateAccount;
import dev.callout.api.identity.Role;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class EraseAccountTest {

    private final FixtureConfiguration<UserAccount> account = new AggregateTestFixture<>(UserAccount.class);
    private final AccountOpened opened = new AccountOpened("ACC-1", "tina", "Tina", Role.TECHNICIAN, null, null, "en");

    @Test
    void erases_an_account_once() {
        account.given(opened).when(new EraseAccount("ACC-1")).expectEvents(new AccountErased("ACC-1"));
        account.given(opened, new AccountErased("ACC-1"))
                .when(new EraseAccount("ACC-1"))
                .expectNoEvents();
    }

    @Test
    void nobody_comes_back_from_there() {
        account.given(opened, new AccountErased("ACC-1"))
                .when(new ReactivateAccount("ACC-1"))
                .expectExceptionDetails(new Refusal(PERSON_ERASED, "The person behind this account was erased."));
    }
}
