package dev.callout.api.customer;

import org.axonframework.serialization.Revision;

/** The customer named a person to talk to. */
@Revision("1")
public record ContactAdded(
        String customerId, String contactId, String name, String email, String phone, String language)
        implements CustomerEvent {}
