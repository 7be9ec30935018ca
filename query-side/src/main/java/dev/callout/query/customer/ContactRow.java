package dev.callout.query.customer;

import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactChanged;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person to talk to at a customer's. */
@Entity
@Table(name = "customer_contact")
class ContactRow extends Row<String> {

    private @Id String contactKey;
    private String customerId;
    private String contactId;
    private String name;
    private String email;
    private String phone;
    private String language;

    protected ContactRow() {}

    ContactRow(ContactAdded event) {
        contactKey = key(event.customerId(), event.contactId());
        customerId = event.customerId();
        contactId = event.contactId();
        name = event.name();
        email = event.email();
        phone = event.phone();
        language = event.language();
    }

    void on(ContactChanged event) {
        name = event.name();
        email = event.email();
        phone = event.phone();
        language = event.language();
    }

    static String key(String customerId, String contactId) {
        return customerId + "/" + contactId;
    }

    @Override
    public String getId() {
        return contactKey;
    }
}
