package dev.callout.api.customer;

import org.axonframework.serialization.Revision;

/** The customer has a plan, or none any more. */
@Revision("1")
public record CustomerPlanAgreed(String customerId, String plan) implements CustomerEvent {}
