package dev.callout.query.customer;

import dev.callout.query.customer.CustomerVersionRow.Key;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerVersionRows extends JpaRepository<CustomerVersionRow, Key> {

    List<CustomerVersionRow> findAllByCustomerIdInAndLifetimeEffectiveUntilIsNull(Collection<String> customerIds);
}
