package dev.callout.api.audit;

import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;

/** One page of the signed checkpoints, the newest first; {@code after} is the {@code next} of the page before. */
@AllowedTo({AUDITOR, MANAGER})
public record ListCheckpoints(int pageSize, String after, boolean count) {}
