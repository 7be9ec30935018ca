package dev.callout.api.customer;

import org.axonframework.serialization.Revision;

/** The customer has a place where we may have to go. */
@Revision("1")
public record SiteAdded(String customerId, String siteId, String name, PostalAddress address)
        implements CustomerEvent {}
