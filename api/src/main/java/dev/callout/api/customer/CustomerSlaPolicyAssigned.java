package dev.callout.api.customer;

import org.axonframework.serialization.Revision;

/** All the customer's tickets follow one policy, or none in particular any more. */
@Revision("1")
public record CustomerSlaPolicyAssigned(String customerId, String policyId) implements CustomerEvent {}
