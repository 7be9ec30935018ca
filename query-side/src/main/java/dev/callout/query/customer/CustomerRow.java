package dev.callout.query.customer;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerEvent;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerMarkedVip;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.VipMarkRemoved;
import dev.callout.query.projection.Row;
import dev.callout.query.projection.SearchText;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A customer, as people know it. */
@Entity
@Table(name = "customer")
class CustomerRow extends Row<String> {

    private @Id String customerId;
    private @Enumerated(STRING) CustomerKind kind;
    private String name;
    private String email;
    private String phone;
    private String language;
    private boolean vip;
    private String searchText;
    private long version;

    protected CustomerRow() {}

    CustomerRow(CustomerRegistered event, long version) {
        customerId = event.customerId();
        kind = event.kind();
        vip = event.vip();
        describe(event.name(), event.email(), event.phone(), event.language());
        this.version = version;
    }

    void on(CustomerEvent event, long version) {
        if (event instanceof CustomerDetailsChanged changed) {
            describe(changed.name(), changed.email(), changed.phone(), changed.language());
        } else if (event instanceof CustomerMarkedVip) {
            vip = true;
        } else if (event instanceof VipMarkRemoved) {
            vip = false;
        }
        this.version = version;
    }

    private void describe(String name, String email, String phone, String language) {
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.language = language;
        searchText = SearchText.of(name, email);
    }

    @Override
    public String getId() {
        return customerId;
    }
}
