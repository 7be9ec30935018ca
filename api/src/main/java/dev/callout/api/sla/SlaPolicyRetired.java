package dev.callout.api.sla;

import org.axonframework.serialization.Revision;

/** A policy is for new tickets no longer. */
@Revision("1")
public record SlaPolicyRetired(String policyId) implements SlaPolicyEvent {}
