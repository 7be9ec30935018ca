package dev.callout.api.customer;

import org.axonframework.serialization.Revision;

/** Name or addresses of the customer were put right. */
@Revision("1")
public record CustomerDetailsChanged(String customerId, String name, String email, String phone, String language)
        implements CustomerEvent {}
