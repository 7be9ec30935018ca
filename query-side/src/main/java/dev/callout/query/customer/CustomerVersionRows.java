package dev.callout.query.customer;

import dev.callout.query.customer.CustomerVersionRow.Key;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerVersionRows extends JpaRepository<CustomerVersionRow, Key> {

    /** The one that still stands, also when an event after it was of a kind only newer versions know. */
    Optional<CustomerVersionRow> findByCustomerIdAndLifetimeEffectiveUntilIsNull(String customerId);

    List<CustomerVersionRow> findAllByCustomerIdInAndLifetimeEffectiveUntilIsNull(Collection<String> customerIds);
}
