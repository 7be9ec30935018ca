package dev.callout.api.customer;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** We have a new customer. */
@Revision("1")
public record CustomerRegistered(
        String customerId,
        CustomerKind kind,
        @Personal("customerId") String name,
        @Personal("customerId") String email,
        @Personal("customerId") String phone,
        String language,
        boolean vip)
        implements CustomerEvent {}
