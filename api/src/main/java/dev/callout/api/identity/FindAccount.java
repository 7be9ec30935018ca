package dev.callout.api.identity;

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

/**
 * One account.
 *
 * @param customerId only if it is of this customer, where people on the customer's side ask; else null
 */
@AllowedTo({
    CUSTOMER_ADMIN,
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
    SYSTEM
})
public record FindAccount(String accountId, String customerId) implements OfOneCustomer {}
