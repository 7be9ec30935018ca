package dev.callout.api.privacy;

import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.PRIVACY_OFFICER;

import dev.callout.api.identity.AllowedTo;

/** One erasure: once completed, its certificate. */
@AllowedTo({PRIVACY_OFFICER, AUDITOR})
public record FindErasure(String erasureId) {}
