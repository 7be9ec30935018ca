package dev.callout.api.audit;

import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;

/**
 * A ticket's history with the proof of it, as much as fits into one answer; {@code ticket} is its id or its number,
 * {@code after} the sequence number of the last event that is known, or null for the first part.
 */
@AllowedTo({AUDITOR, MANAGER})
public record FindTicketProof(String ticket, Long after) {}
