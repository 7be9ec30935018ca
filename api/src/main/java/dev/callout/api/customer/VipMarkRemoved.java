package dev.callout.api.customer;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** The customer is treated like any other again. */
@Revision("1")
public record VipMarkRemoved(
        String customerId, @Personal("customerId") String reason) implements CustomerEvent {}
