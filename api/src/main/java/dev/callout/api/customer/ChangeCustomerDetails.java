package dev.callout.api.customer;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put name or addresses right. */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT, SYSTEM})
public record ChangeCustomerDetails(
        @TargetAggregateIdentifier String customerId, String name, String email, String phone, String language)
        implements CustomerCommand {}
