package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put the ticket on the newest version of a policy; without one, of the policy that fits it best now. */
@AllowedTo({MANAGER})
public record RetargetSla(@TargetAggregateIdentifier String ticketId, String policyId, String changedBy)
        implements TicketCommand {}
