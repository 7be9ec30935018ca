package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
import static dev.callout.api.identity.Role.GUEST;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneContact;
import java.util.Set;

/** One page of a customer's own tickets; {@code contactId} narrows to what one contact reported. */
@AllowedTo({CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER, GUEST, SYSTEM})
public record ListCustomerTickets(
        String customerId,
        String contactId,
        Set<ClientStatus> statuses,
        String text,
        boolean includeArchived,
        int pageSize,
        String after,
        boolean count)
        implements OfOneContact {

    public ListCustomerTickets {
        statuses = statuses == null ? Set.of() : statuses;
    }
}
