package dev.callout.api.sla;

/** What can be asked of a policy. */
public sealed interface SlaPolicyCommand permits PublishSlaPolicy, ReviseSlaPolicy, RetireSlaPolicy {

    String policyId();
}
