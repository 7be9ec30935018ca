package dev.callout.api.customer;

import org.axonframework.serialization.Revision;

/** We have a new customer. */
@Revision("1")
public record CustomerRegistered(
        String customerId, CustomerKind kind, String name, String email, String phone, String language, boolean vip)
        implements CustomerEvent {}
