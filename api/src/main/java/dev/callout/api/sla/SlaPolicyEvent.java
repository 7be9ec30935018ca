package dev.callout.api.sla;

/** What can happen to a policy. */
public sealed interface SlaPolicyEvent permits SlaPolicyPublished, SlaPolicyRetired {

    String policyId();
}
