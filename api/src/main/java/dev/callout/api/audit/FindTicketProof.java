package dev.callout.api.audit;

import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;

/** A ticket's whole history with the proof of it; {@code ticket} is its id or its number. */
@AllowedTo({AUDITOR, MANAGER})
public record FindTicketProof(String ticket) {}
