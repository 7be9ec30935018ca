package dev.callout.api.sla;

/** What a target goes by. */
public enum TargetBasis {
    /** The agreement alone: the policy names it for every priority. */
    PLAN,
    /** The priority of the ticket. */
    PRIORITY
}
