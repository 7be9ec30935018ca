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

/**
 * One page of what was written on a ticket, the newest first; {@code ticket} is its id or its number, {@code after} the {@code next}
 * of the page before, {@code at} null for the present.
 */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, PARTS, QUALITY, BILLING, SUPPORT, AUDITOR, PRIVACY_OFFICER, ANALYST, SYSTEM
})
public record ListTicketConversation(String ticket, int pageSize, String after, Moment at) {}
