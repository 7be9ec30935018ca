package dev.callout.api.customer;

import org.axonframework.serialization.Revision;

/** The customer is to be treated with preference. */
@Revision("1")
public record CustomerMarkedVip(String customerId, String reason) implements CustomerEvent {}
