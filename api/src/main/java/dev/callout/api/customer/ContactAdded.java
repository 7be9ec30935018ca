package dev.callout.api.customer;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** The customer named a person to talk to. */
@Revision("1")
public record ContactAdded(
        String customerId,
        String contactId,
        @Personal("contactId") String name,
        @Personal("contactId") String email,
        @Personal("contactId") String phone,
        String language)
        implements CustomerEvent {}
