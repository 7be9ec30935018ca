package dev.callout.api.customer;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** The customer has a place where we may have to go. */
@Revision("1")
public record SiteAdded(
        String customerId,
        String siteId,
        @Personal("customerId") String name,
        @Personal("customerId") PostalAddress address)
        implements CustomerEvent {}
