package dev.callout.api.customer;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** What we know of a contact was put right. */
@Revision("1")
public record ContactChanged(
        String customerId,
        String contactId,
        @Personal("contactId") String name,
        @Personal("contactId") String email,
        @Personal("contactId") String phone,
        String language)
        implements CustomerEvent {}
