package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.BILLING;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.PARTS;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Write what only staff sees. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, PARTS, QUALITY, BILLING, SUPPORT, SYSTEM})
public record AddNote(
        @TargetAggregateIdentifier String ticketId,
        String noteId,
        String authorId,
        String body,
        String viaTicketId,
        Instant occurredAt)
        implements TicketCommand {}
