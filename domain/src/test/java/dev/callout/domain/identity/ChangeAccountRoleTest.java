package dev.callout.domain.identity;

import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.PERSON_ERASED;

import dev.callout.api.Refusal;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.identity.ChangeAccountRole;
import dev.callout.api.identity.Role;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangeAccountRoleTest {

    private final FixtureConfiguration<UserAccount> account = new AggregateTestFixture<>(UserAccount.class);
    private final AccountOpened guest = new AccountOpened("ACC-1", "gil", "Gil", Role.GUEST, "CUS-1", null, "en");
    private final AccountOpened opened = new AccountOpened("ACC-1", "tina", "Tina", Role.TECHNICIAN, null, null, "en");

    @Test
    void changes_what_somebody_may_do() {
        account.given(opened)
                .when(new ChangeAccountRole("ACC-1", Role.DISPATCHER))
                .expectEvents(new AccountRoleChanged("ACC-1", Role.DISPATCHER))
                .expectResultMessagePayload(1L);
    }

    @Test
    void says_nothing_new_when_the_role_is_so_already() {
        account.given(opened, new AccountRoleChanged("ACC-1", Role.DISPATCHER))
                .when(new ChangeAccountRole("ACC-1", Role.DISPATCHER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void gives_an_erased_person_no_new_rights() {
        account.given(opened, new AccountErased("ACC-1"))
                .when(new ChangeAccountRole("ACC-1", Role.ADMIN))
                .expectExceptionDetails(new Refusal(PERSON_ERASED, "The person behind this account was erased."));
    }

    @Test
    void never_moves_staff_to_a_customers_side() {
        account.given(opened)
                .when(new ChangeAccountRole("ACC-1", Role.CUSTOMER_ADMIN))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "A customer's account needs a customer."));
    }

    @Test
    void never_makes_a_customers_contact_staff() {
        account.given(new AccountOpened("ACC-1", "cara", "Cara", Role.CUSTOMER_USER, "CUS-1", "CON-1", "en"))
                .when(new ChangeAccountRole("ACC-1", Role.ADMIN))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "Staff belongs to no customer."));
    }

    @Test
    void refuses_a_role_in_which_somebody_without_a_contact_would_see_nothing() {
        account.given(guest)
                .when(new ChangeAccountRole("ACC-1", Role.CUSTOMER_USER))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(
                        INVALID_VALUE,
                        "Who has this role sees what one contact reported: the account needs a contact."));
        account.given(guest)
                .when(new ChangeAccountRole("ACC-1", Role.CUSTOMER_ADMIN))
                .expectEvents(new AccountRoleChanged("ACC-1", Role.CUSTOMER_ADMIN));
    }
}
