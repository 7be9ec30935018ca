package dev.callout.api.sla;

/** What a step of the escalation ladder does. */
public enum EscalationAction {
    /** Tells the recipients. */
    NOTIFY,
    /** Tells the recipients and asks the policy's supervisor or manager for help. */
    ESCALATE,
    /** Tells the recipients and assigns the ticket to the policy's supervisor, unless somebody works on it. */
    ASSIGN
}
