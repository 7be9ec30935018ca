package dev.callout.api.sla;

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

/** Why the promises for a ticket stand as they do, every second accounted for; {@code at} null for now. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, PARTS, QUALITY, BILLING, SUPPORT, AUDITOR, PRIVACY_OFFICER, ANALYST, SYSTEM
})
public record CertifySla(String ticket, Moment at) {}
