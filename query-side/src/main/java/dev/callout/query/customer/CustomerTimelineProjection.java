package dev.callout.query.customer;

import dev.callout.api.customer.CustomerEvent;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** What was ever known of each customer, for lists of any moment. */
@Component
@ProcessingGroup("projection-customer-timeline")
class CustomerTimelineProjection implements Projection {

    private final CustomerVersionRows versions;

    CustomerTimelineProjection(CustomerVersionRows versions) {
        this.versions = versions;
    }

    @EventHandler
    void on(CustomerEvent event, @Timestamp Instant recordedAt, @SequenceNumber long version) {
        versions.save(
                event instanceof CustomerRegistered registered
                        ? new CustomerVersionRow(registered, recordedAt, version)
                        : versions.findById(new CustomerVersionRow.Key(event.customerId(), version - 1))
                                .or(() -> versions.findByCustomerIdAndLifetimeEffectiveUntilIsNull(event.customerId()))
                                .orElseThrow()
                                .followedBy(event, recordedAt, version));
    }

    @Override
    public List<String> tables() {
        return List.of("customer_timeline");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of("customer_timeline", "customer_id = ?1");
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(CustomerVersionRow.class, "customer_id = ANY(?1) AND effective_until IS NULL");
    }
}
