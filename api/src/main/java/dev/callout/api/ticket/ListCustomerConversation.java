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
 * One page of what was written on a customer's own ticket, the newest first; {@code ticket} is its id or its
 * number, {@code at} null for the present. Staff may look at it, too.
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
public record ListCustomerConversation(
        String customerId, String contactId, String ticket, int pageSize, String after, Moment at)
        implements OfOneContact {}
