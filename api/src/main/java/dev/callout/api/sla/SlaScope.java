package dev.callout.api.sla;

import dev.callout.api.customer.CustomerKind;
import dev.callout.api.ticket.Priority;

/** Which tickets a policy is for: those that fit everything that is named. What is null fits all. */
public record SlaScope(String customerId, CustomerKind customerKind, String plan, Priority priority, String category) {

    /** Every ticket there is. */
    public static final SlaScope EVERYTHING = new SlaScope(null, null, null, null, null);
}
