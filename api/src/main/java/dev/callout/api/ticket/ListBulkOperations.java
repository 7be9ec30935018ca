package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.BILLING;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.PARTS;
import static dev.callout.api.identity.Role.PRIVACY_OFFICER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneRequester;
import java.util.Set;

/** One page of the bulk operations, the newest first; {@code requestedBy} narrows to what one account asked for. */
@AllowedTo({
    MANAGER,
    DISPATCHER,
    TECHNICIAN,
    PARTS,
    QUALITY,
    BILLING,
    SUPPORT,
    AUDITOR,
    PRIVACY_OFFICER,
    ANALYST,
    CUSTOMER_ADMIN,
    SYSTEM
})
public record ListBulkOperations(
        String requestedBy, Set<BulkOperationResult.State> states, int pageSize, String after, boolean count)
        implements OfOneRequester {

    public ListBulkOperations {
        states = states == null ? Set.of() : states;
    }
}
