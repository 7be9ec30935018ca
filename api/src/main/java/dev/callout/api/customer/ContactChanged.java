package dev.callout.api.customer;

import org.axonframework.serialization.Revision;

/** What we know of a contact was put right. */
@Revision("1")
public record ContactChanged(
        String customerId, String contactId, String name, String email, String phone, String language)
        implements CustomerEvent {}
