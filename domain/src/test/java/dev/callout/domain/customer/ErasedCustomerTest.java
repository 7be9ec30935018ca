package dev.callout.domain.customer;

import static dev.callout.api.RefusalCode.PERSON_ERASED;

import dev.callout.api.Refusal;
import dev.callout.api.customer.AddContact;
import dev.callout.api.customer.AddSite;
import dev.callout.api.customer.AgreeOnPlan;
import dev.callout.api.customer.AssignSlaPolicy;
import dev.callout.api.customer.ChangeContact;
import dev.callout.api.customer.ChangeCustomerDetails;
import dev.callout.api.customer.ChangeSite;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.CustomerErased;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerMarkedVip;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.MarkCustomerVip;
import dev.callout.api.customer.PostalAddress;
import dev.callout.api.customer.RemoveVipMark;
import dev.callout.api.customer.SiteAdded;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that tells of a person is written of one who was erased. */
class ErasedCustomerTest {

    private static final PostalAddress HOME = new PostalAddress("Hauptstr. 1", "10115", "Berlin", "DE");

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);

    static Stream<Object> writings() {
        return Stream.of(
                new ChangeCustomerDetails("CUS-1", "Cara", null, null, "de"),
                new MarkCustomerVip("CUS-1", "Her brother works here"),
                new RemoveVipMark("CUS-1", "Her brother left"),
                new AgreeOnPlan("CUS-1", "Premium"),
                new AssignSlaPolicy("CUS-1", "SLA-1"),
                new AddContact("CUS-1", "CON-2", "Carl", null, null, "de"),
                new ChangeContact("CUS-1", "CON-1", "Cara", null, null, "de"),
                new AddSite("CUS-1", "SIT-2", "Office", HOME),
                new ChangeSite("CUS-1", "SIT-1", "Home", HOME));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void is_written_of_no_more(Object command) {
        customer.given(
                        new CustomerRegistered("CUS-1", CustomerKind.CONSUMER, "Cara", null, null, "de", false),
                        new ContactAdded("CUS-1", "CON-1", "Cara", null, null, "de"),
                        new SiteAdded("CUS-1", "SIT-1", "Home", HOME),
                        new CustomerMarkedVip("CUS-1", "Long with us"),
                        new CustomerErased("CUS-1"))
                .when(command)
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(PERSON_ERASED, "This customer was erased."));
    }
}
