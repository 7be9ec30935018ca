package dev.callout.domain.identity;

import static dev.callout.api.RefusalCode.INVALID_VALUE;

import dev.callout.api.Refusal;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.Role;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAccountTest {

    private final FixtureConfiguration<UserAccount> account = new AggregateTestFixture<>(UserAccount.class);

    @Test
    void lets_somebody_of_the_staff_sign_in() {
        account.givenNoPriorActivity()
                .when(open(Role.TECHNICIAN, null))
                .expectEvents(new AccountOpened("ACC-1", "tina", "Tina", Role.TECHNICIAN, null, "CON-1", "en"));
    }

    @Test
    void lets_a_customers_contact_sign_in() {
        account.givenNoPriorActivity()
                .when(open(Role.CUSTOMER_ADMIN, "CUS-1"))
                .expectEvents(new AccountOpened("ACC-1", "tina", "Tina", Role.CUSTOMER_ADMIN, "CUS-1", "CON-1", "en"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER_ADMIN", "CUSTOMER_USER", "CONSUMER", "GUEST"})
    void refuses_a_customers_role_without_a_customer(Role role) {
        account.givenNoPriorActivity()
                .when(open(role, null))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "A customer's account needs a customer."));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CUSTOMER_ADMIN", "CUSTOMER_USER", "CONSUMER", "GUEST", "SYSTEM"},
            mode = EnumSource.Mode.EXCLUDE)
    void refuses_staff_that_belongs_to_a_customer(Role role) {
        account.givenNoPriorActivity()
                .when(open(role, "CUS-1"))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "Staff belongs to no customer."));
    }

    @Test
    void refuses_the_products_own_role() {
        account.givenNoPriorActivity()
                .when(open(Role.SYSTEM, null))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "Nobody signs in as the product itself."));
    }

    private static OpenAccount open(Role role, String customerId) {
        return new OpenAccount("ACC-1", "tina", "Tina", role, customerId, "CON-1", "en");
    }
}
