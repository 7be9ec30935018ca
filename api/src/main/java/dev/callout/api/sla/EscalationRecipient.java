package dev.callout.api.sla;

/** Who is told by a step of the escalation ladder. */
public enum EscalationRecipient {
    /** Who works on the ticket. */
    TECHNICIAN,
    /** The policy's supervisor. */
    SUPERVISOR,
    /** The policy's manager. */
    MANAGER
}
