package dev.callout.query.sla;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.customer.CustomerKind;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.ticket.Priority;
import dev.callout.query.projection.Row;
import dev.callout.query.projection.SearchText;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A policy in its newest version, as far as a list shows it. */
@Entity
@Table(name = "sla_policy")
class SlaPolicyRow extends Row<String> {

    private @Id String policyId;
    private String name;
    private int published;
    private String customerId;
    private @Enumerated(STRING) CustomerKind customerKind;
    private String plan;
    private String category;
    private @Enumerated(STRING) Priority priority;
    private boolean retired;
    private String searchText;
    private long version;

    protected SlaPolicyRow() {}

    SlaPolicyRow(String policyId) {
        this.policyId = policyId;
    }

    SlaPolicyRow publish(SlaPolicyPublished event, long version) {
        name = event.name();
        published = event.version();
        customerId = event.scope().customerId();
        customerKind = event.scope().customerKind();
        plan = event.scope().plan();
        category = event.scope().category();
        priority = event.scope().priority();
        searchText = SearchText.of(name);
        this.version = version;
        return this;
    }

    void retire(long version) {
        retired = true;
        this.version = version;
    }

    @Override
    public String getId() {
        return policyId;
    }
}
