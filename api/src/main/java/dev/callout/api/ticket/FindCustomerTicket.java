package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.BILLING;
import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.GUEST;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.PARTS;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.Moment;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneContact;

/**
 * One of a customer's own tickets, as the customer sees it or, at a moment, saw it; {@code ticket} is its id or its
 * number. Staff may look at it, too.
 */
@AllowedTo({
    MANAGER,
    DISPATCHER,
    TECHNICIAN,
    PARTS,
    QUALITY,
    BILLING,
    SUPPORT,
    AUDITOR,
    ANALYST,
    CUSTOMER_ADMIN,
    CUSTOMER_USER,
    CONSUMER,
    GUEST,
    SYSTEM
})
public record FindCustomerTicket(String customerId, String contactId, String ticket, Moment at)
        implements OfOneContact {}
