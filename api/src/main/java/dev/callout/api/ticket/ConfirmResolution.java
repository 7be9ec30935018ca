package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Agree, as the customer, that the problem is solved. */
@AllowedTo({CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER})
public record ConfirmResolution(
        @TargetAggregateIdentifier String ticketId, String confirmedBy, String comment, Instant occurredAt)
        implements TicketCommand {}
