package dev.callout.api.privacy;

import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.PRIVACY_OFFICER;

import dev.callout.api.identity.AllowedTo;

/** One page of erasures, the latest first. */
@AllowedTo({PRIVACY_OFFICER, AUDITOR})
public record ListErasures(int pageSize, String after, boolean count) {}
