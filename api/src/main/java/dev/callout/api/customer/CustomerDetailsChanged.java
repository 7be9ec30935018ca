package dev.callout.api.customer;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** Name or addresses of the customer were put right. */
@Revision("1")
public record CustomerDetailsChanged(
        String customerId,
        @Personal("customerId") String name,
        @Personal("customerId") String email,
        @Personal("customerId") String phone,
        String language)
        implements CustomerEvent {}
