package dev.callout.query.customer;

import dev.callout.api.customer.PostalAddress;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.customer.SiteChanged;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A place of a customer's where we may have to go. */
@Entity
@Table(name = "customer_site")
class SiteRow extends Row<String> {

    private @Id String siteKey;
    private String customerId;
    private String siteId;
    private String name;
    private String street;
    private String postalCode;
    private String city;
    private String country;

    protected SiteRow() {}

    SiteRow(SiteAdded event) {
        siteKey = key(event.customerId(), event.siteId());
        customerId = event.customerId();
        siteId = event.siteId();
        describe(event.name(), event.address());
    }

    void on(SiteChanged event) {
        describe(event.name(), event.address());
    }

    private void describe(String name, PostalAddress address) {
        this.name = name;
        street = address == null ? null : address.street();
        postalCode = address == null ? null : address.postalCode();
        city = address == null ? null : address.city();
        country = address == null ? null : address.country();
    }

    static String key(String customerId, String siteId) {
        return customerId + "/" + siteId;
    }

    @Override
    public String getId() {
        return siteKey;
    }
}
