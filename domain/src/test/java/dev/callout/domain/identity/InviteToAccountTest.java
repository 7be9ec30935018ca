package dev.callout.domain.identity;

import static dev.callout.api.RefusalCode.ACCOUNT_DEACTIVATED;
import static dev.callout.api.RefusalCode.NO_MAIL_ADDRESS;
import static dev.callout.api.RefusalCode.PERSON_ERASED;

import dev.callout.api.Refusal;
import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountEmailChanged;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountInvited;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.ChangeAccountEmail;
import dev.callout.api.identity.InviteToAccount;
import dev.callout.api.identity.Role;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class InviteToAccountTest {

    private final FixtureConfiguration<UserAccount> account = new AggregateTestFixture<>(UserAccount.class);
    private final AccountOpened opened = new AccountOpened("ACC-1", "tina", "Tina", Role.TECHNICIAN, null, null, "en");
    private final AccountEmailChanged reachable = new AccountEmailChanged("ACC-1", "tina@callout.example");

    @Test
    void invites_whom_mail_can_reach() {
        account.given(opened, reachable).when(new InviteToAccount("ACC-1")).expectEvents(new AccountInvited("ACC-1"));
    }

    @Test
    void invites_again_as_often_as_it_takes() {
        account.given(opened, reachable, new AccountInvited("ACC-1"))
                .when(new InviteToAccount("ACC-1"))
                .expectEvents(new AccountInvited("ACC-1"));
    }

    @Test
    void invites_nobody_without_an_address() {
        account.given(opened)
                .when(new InviteToAccount("ACC-1"))
                .expectExceptionDetails(
                        new Refusal(NO_MAIL_ADDRESS, "The account has no mail address to send an invitation to."));
    }

    @Test
    void invites_nobody_whose_account_is_deactivated() {
        account.given(opened, reachable, new AccountDeactivated("ACC-1", "Left"))
                .when(new InviteToAccount("ACC-1"))
                .expectExceptionDetails(new Refusal(ACCOUNT_DEACTIVATED, "The account is deactivated."));
    }

    @Test
    void keeps_an_address_but_not_of_somebody_erased() {
        var address = new ChangeAccountEmail("ACC-1", "tina@callout.example");
        account.given(opened).when(address).expectEvents(reachable);
        account.given(opened, new AccountErased("ACC-1"))
                .when(address)
                .expectExceptionDetails(new Refusal(PERSON_ERASED, "The person behind this account was erased."));
    }
}
