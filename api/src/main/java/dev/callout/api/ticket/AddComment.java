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

/** Write to the customer, or as the customer; {@code reopen} says whether a customer's word reopens: null means a closed ticket does, a resolved one does not. */
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
public record AddComment(
        @TargetAggregateIdentifier String ticketId,
        String commentId,
        String authorId,
        AuthorKind authorKind,
        String body,
        Boolean reopen,
        String viaTicketId,
        Instant occurredAt)
        implements TicketCommand {}
