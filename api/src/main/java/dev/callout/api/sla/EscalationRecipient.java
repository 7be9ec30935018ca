package dev.callout.api.sla;

import dev.callout.api.identity.Role;
import java.util.Set;

/** Who is told by a step of the escalation ladder. */
public enum EscalationRecipient {
    /** Who works on the ticket. */
    TECHNICIAN(Set.of(Role.TECHNICIAN)),
    /** The policy's supervisor. */
    SUPERVISOR(Set.of(Role.DISPATCHER, Role.MANAGER, Role.ADMIN)),
    /** The policy's manager. */
    MANAGER(Set.of(Role.MANAGER, Role.ADMIN));

    private final Set<Role> roles;

    EscalationRecipient(Set<Role> roles) {
        this.roles = roles;
    }

    /** Whether somebody with a role can be it. */
    public boolean canBe(Role role) {
        return roles.contains(role);
    }
}
