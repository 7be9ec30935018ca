package dev.callout.query.customer;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerEvent;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerMarkedVip;
import dev.callout.api.customer.CustomerPlanAgreed;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.CustomerSlaPolicyAssigned;
import dev.callout.api.customer.VipMarkRemoved;
import dev.callout.query.projection.SearchText;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Enumerated;

/** What the list of customers says of one, as columns. */
@Embeddable
class CustomerColumns implements Cloneable {

    private @Enumerated(STRING) CustomerKind kind;
    private String name;
    private String email;
    private String phone;
    private String language;
    private boolean vip;
    private String plan;
    private String slaPolicyId;
    private String searchText;

    protected CustomerColumns() {}

    CustomerColumns(CustomerRegistered event) {
        kind = event.kind();
        vip = event.vip();
        describe(event.name(), event.email(), event.phone(), event.language());
    }

    /** The columns after one more event; these stay as they are. */
    CustomerColumns after(CustomerEvent event) {
        try {
            var next = (CustomerColumns) clone();
            next.on(event);
            return next;
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void on(CustomerEvent event) {
        if (event instanceof CustomerDetailsChanged changed) {
            describe(changed.name(), changed.email(), changed.phone(), changed.language());
        } else if (event instanceof CustomerMarkedVip) {
            vip = true;
        } else if (event instanceof VipMarkRemoved) {
            vip = false;
        } else if (event instanceof CustomerPlanAgreed agreed) {
            plan = agreed.plan();
        } else if (event instanceof CustomerSlaPolicyAssigned assigned) {
            slaPolicyId = assigned.policyId();
        }
    }

    private void describe(String name, String email, String phone, String language) {
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.language = language;
        searchText = SearchText.of(name, email);
    }
}
