package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
import static dev.callout.api.identity.Role.GUEST;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.Moment;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneContact;
import java.util.Set;

/** One page of a customer's own tickets; {@code contactId} narrows to what one contact reported. At a moment, they are those that are the customer's or the contact's today, as they stood then. */
@AllowedTo({CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER, GUEST, SYSTEM})
public record ListCustomerTickets(
        String customerId,
        String contactId,
        Set<ClientStatus> statuses,
        String text,
        boolean includeArchived,
        int pageSize,
        String after,
        boolean count,
        Moment at)
        implements OfOneContact {

    public ListCustomerTickets {
        statuses = statuses == null ? Set.of() : statuses;
    }

    public ListCustomerTickets(
            String customerId,
            String contactId,
            Set<ClientStatus> statuses,
            String text,
            boolean includeArchived,
            int pageSize,
            String after,
            boolean count) {
        this(customerId, contactId, statuses, text, includeArchived, pageSize, after, count, null);
    }
}
