package dev.callout.api.sla;

/** What a step of the escalation ladder does. */
public enum EscalationAction {
    /** Tells the recipients. */
    NOTIFY,
    /** Tells the recipients and puts the ticket into the hands of the policy's supervisor or manager. */
    ESCALATE
}
