package dev.callout.api.customer;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** The customer is to be treated with preference. */
@Revision("1")
public record CustomerMarkedVip(
        String customerId, @Personal("customerId") String reason) implements CustomerEvent {}
