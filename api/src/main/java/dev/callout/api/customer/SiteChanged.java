package dev.callout.api.customer;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** What we know of a site was put right. */
@Revision("1")
public record SiteChanged(
        String customerId,
        String siteId,
        @Personal("customerId") String name,
        @Personal("customerId") PostalAddress address)
        implements CustomerEvent {}
