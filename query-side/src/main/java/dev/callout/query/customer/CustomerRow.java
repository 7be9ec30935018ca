package dev.callout.query.customer;

import dev.callout.api.customer.CustomerEvent;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.query.projection.Row;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A customer, as people know it. */
@Entity
@Table(name = "customer")
class CustomerRow extends Row<String> {

    private @Id String customerId;
    private @Embedded CustomerColumns customer;
    private long version;

    protected CustomerRow() {}

    CustomerRow(CustomerRegistered event, long version) {
        customerId = event.customerId();
        customer = new CustomerColumns(event);
        this.version = version;
    }

    void on(CustomerEvent event, long version) {
        customer = customer.after(event);
        this.version = version;
    }

    @Override
    public String getId() {
        return customerId;
    }
}
