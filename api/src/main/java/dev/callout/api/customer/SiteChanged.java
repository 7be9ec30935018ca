package dev.callout.api.customer;

import org.axonframework.serialization.Revision;

/** What we know of a site was put right. */
@Revision("1")
public record SiteChanged(String customerId, String siteId, String name, PostalAddress address)
        implements CustomerEvent {}
