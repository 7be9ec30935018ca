package dev.callout.api.customer;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put right what we know of a contact. */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT, SYSTEM, CUSTOMER_ADMIN})
public record ChangeContact(
        @TargetAggregateIdentifier String customerId,
        String contactId,
        String name,
        String email,
        String phone,
        String language)
        implements CustomerCommand {}
