package dev.callout.api.sla;

import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
import static dev.callout.api.identity.Role.GUEST;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.Moment;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneContact;

/** How the promises for one of a customer's own tickets stand; without what is for staff only. */
@AllowedTo({CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER, GUEST, SYSTEM})
public record FindCustomerSlaTracking(String customerId, String contactId, String ticket, Moment at)
        implements OfOneContact {}
