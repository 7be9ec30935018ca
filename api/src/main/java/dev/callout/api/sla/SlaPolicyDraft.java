package dev.callout.api.sla;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A policy as somebody wants to publish it. What it is for and what each part means, {@link SlaPolicy} says.
 *
 * @param scope null for every ticket
 * @param pauses null makes every clock wait for the customer
 * @param reopening null grants the full time anew
 * @param startsAtFirstContact null for yes
 */
public record SlaPolicyDraft(
        String name,
        SlaScope scope,
        List<SlaTarget> targets,
        List<ClockPauses> pauses,
        ReopenRule reopening,
        List<EscalationStep> ladder,
        List<SlaPenalty> penalties,
        String supervisorId,
        String managerId,
        Boolean startsAtFirstContact) {

    private static final List<ClockPauses> WAITING_FOR_THE_CUSTOMER = Arrays.stream(SlaClock.values())
            .map(clock -> new ClockPauses(clock, Set.of(PauseReason.PENDING_CUSTOMER)))
            .toList();

    public SlaPolicyDraft {
        scope = scope == null ? SlaScope.EVERYTHING : scope;
        targets = targets == null ? List.of() : targets;
        pauses = pauses == null ? WAITING_FOR_THE_CUSTOMER : pauses;
        reopening = reopening == null ? ReopenRule.NEW_CYCLE : reopening;
        ladder = ladder == null ? List.of() : ladder;
        penalties = penalties == null ? List.of() : penalties;
        startsAtFirstContact = startsAtFirstContact == null || startsAtFirstContact;
    }

    /** The same promises, with others to turn to when they break. */
    public SlaPolicyDraft inTheHandsOf(String supervisorId, String managerId) {
        return new SlaPolicyDraft(
                name,
                scope,
                targets,
                pauses,
                reopening,
                ladder,
                penalties,
                supervisorId,
                managerId,
                startsAtFirstContact);
    }

    /** What keeps it from being published, as far as it can be seen in it alone; empty if nothing does. */
    public List<Flaw> flaws() {
        return new SlaPolicyFlaws(this).find();
    }

    /** The policy it becomes. */
    public SlaPolicy toPolicy(String policyId, int version) {
        return new SlaPolicy(
                policyId,
                version,
                name,
                scope,
                targets,
                pauses,
                reopening,
                ladder,
                penalties,
                supervisorId,
                managerId,
                startsAtFirstContact);
    }
}
