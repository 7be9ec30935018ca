package dev.callout.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.customer.ContactErased;
import dev.callout.api.customer.CustomerErased;
import dev.callout.api.ticket.PersonErasedFromTicket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose words read "erased" from an event on. */
class ErasedPersonTest {

    @Test
    void is_the_one_whom_the_event_is_about() {
        assertThat(new ContactErased("CUS-1", "CON-1").erased()).containsExactly("CON-1");
        assertThat(new CustomerErased("CUS-1").erased()).containsExactly("CUS-1");
        assertThat(new AccountErased("ACC-1").erased()).containsExactly("ACC-1");
    }

    @Test
    void may_be_the_contact_of_a_ticket_or_not() {
        var event = new PersonErasedFromTicket("TCK-1", "ERA-1", List.of("CON-1", "CON-2"));
        assertThat(event.isOf("CON-2")).isTrue();
        assertThat(event.isOf("CON-3")).isFalse();
        assertThat(event.isOf(null)).as("a ticket without a contact").isFalse();
    }
}
