package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.BILLING;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.PARTS;
import static dev.callout.api.identity.Role.PRIVACY_OFFICER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.Moment;
import dev.callout.api.identity.AllowedTo;

/** What one technician has to do; {@code at} null for the present. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, PARTS, QUALITY, BILLING, SUPPORT, AUDITOR, PRIVACY_OFFICER, ANALYST, SYSTEM
})
public record ListMyTickets(String accountId, Moment at) {}
