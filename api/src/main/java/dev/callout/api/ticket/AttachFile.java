package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.BILLING;
import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
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

/** Add a file whose bytes are already stored; {@code reopen} says whether a customer's file reopens, as for a comment. */
@AllowedTo({
    MANAGER,
    DISPATCHER,
    TECHNICIAN,
    PARTS,
    QUALITY,
    BILLING,
    SUPPORT,
    CUSTOMER_ADMIN,
    CUSTOMER_USER,
    CONSUMER,
    SYSTEM
})
public record AttachFile(
        @TargetAggregateIdentifier String ticketId,
        String attachmentId,
        String uploadedBy,
        AuthorKind authorKind,
        String fileName,
        String mediaType,
        long sizeInBytes,
        String sha256,
        boolean internal,
        Boolean reopen,
        String viaTicketId,
        Instant occurredAt)
        implements TicketCommand {}
