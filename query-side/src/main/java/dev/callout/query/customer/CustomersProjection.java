package dev.callout.query.customer;

import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactChanged;
import dev.callout.api.customer.CustomerEvent;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.customer.SiteChanged;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

/** The customers with their contacts and sites. */
@Component
@ProcessingGroup("projection-customers")
class CustomersProjection implements Projection {

    private final CustomerRows customers;
    private final ContactRows contacts;
    private final SiteRows sites;

    CustomersProjection(CustomerRows customers, ContactRows contacts, SiteRows sites) {
        this.customers = customers;
        this.contacts = contacts;
        this.sites = sites;
    }

    @EventHandler
    void on(CustomerRegistered event, @SequenceNumber long version) {
        customers.save(new CustomerRow(event, version));
    }

    @EventHandler
    void on(CustomerEvent event, @SequenceNumber long version) {
        customers.findById(event.customerId()).orElseThrow().on(event, version);
        if (event instanceof ContactAdded added) {
            contacts.save(new ContactRow(added));
        } else if (event instanceof ContactChanged changed) {
            contacts.findById(ContactRow.key(changed.customerId(), changed.contactId()))
                    .orElseThrow()
                    .on(changed);
        } else if (event instanceof SiteAdded added) {
            sites.save(new SiteRow(added));
        } else if (event instanceof SiteChanged changed) {
            sites.findById(SiteRow.key(changed.customerId(), changed.siteId()))
                    .orElseThrow()
                    .on(changed);
        }
    }

    @Override
    public List<String> tables() {
        return List.of("customer", "customer_contact", "customer_site");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return tables().stream().collect(Collectors.toMap(table -> table, table -> "customer_id = ?1"));
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(CustomerRow.class, "customer_id = ANY(?1)");
    }
}
