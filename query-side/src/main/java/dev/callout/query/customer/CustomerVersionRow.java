package dev.callout.query.customer;

import dev.callout.api.customer.CustomerEvent;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.query.past.Lifetime;
import dev.callout.query.projection.Row;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** What was known of a customer after one of its events, and from when to when. */
@Entity
@Table(name = "customer_timeline")
@IdClass(CustomerVersionRow.Key.class)
class CustomerVersionRow extends Row<CustomerVersionRow.Key> {

    record Key(String customerId, long version) {}

    private @Id String customerId;
    private @Id long version;
    private @Embedded Lifetime lifetime;
    private @Embedded CustomerColumns customer;

    protected CustomerVersionRow() {}

    CustomerVersionRow(CustomerRegistered event, Instant recordedAt, long version) {
        customerId = event.customerId();
        this.version = version;
        lifetime = new Lifetime(event, recordedAt);
        customer = new CustomerColumns(event);
    }

    /** The version after this one, which ends this one. */
    CustomerVersionRow followedBy(CustomerEvent event, Instant recordedAt, long version) {
        var next = new CustomerVersionRow();
        next.customerId = customerId;
        next.version = version;
        next.lifetime = lifetime.endedBy(event, recordedAt);
        next.customer = customer.after(event);
        return next;
    }

    @Override
    public Key getId() {
        return new Key(customerId, version);
    }
}
