package dev.callout.query.customer;

import dev.callout.query.customer.CustomerVersionRow.Key;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerVersionRows extends JpaRepository<CustomerVersionRow, Key> {

    /** The one that still stands, also when an event after it was of a kind only newer versions know. */
    Optional<CustomerVersionRow> findByCustomerIdAndLifetimeEffectiveUntilIsNull(String customerId);
}
