package dev.callout.api.customer;

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
import static dev.callout.api.identity.Role.PRIVACY_OFFICER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.Moment;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneContact;

/**
 * One customer with its contacts and sites; {@code contactId} narrows to that contact, {@code at} is null for the present.
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
    PRIVACY_OFFICER,
    ANALYST,
    CUSTOMER_ADMIN,
    CUSTOMER_USER,
    CONSUMER,
    GUEST,
    SYSTEM
})
public record FindCustomer(String customerId, String contactId, Moment at) implements OfOneContact {}
