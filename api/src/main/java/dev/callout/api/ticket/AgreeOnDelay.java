package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let the promises wait until a date, as the customer asked. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, SUPPORT})
public record AgreeOnDelay(
        @TargetAggregateIdentifier String ticketId, Instant until, String reason, String agreedBy, Instant occurredAt)
        implements TicketCommand {}
