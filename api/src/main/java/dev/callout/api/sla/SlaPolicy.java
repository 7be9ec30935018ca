package dev.callout.api.sla;

import static java.util.Comparator.comparing;

import dev.callout.api.ticket.Priority;
import java.util.List;
import java.util.Set;

/**
 * What we promise for some tickets, in one version: how fast, what makes a clock pause, who hears when time runs out.
 *
 * @param supervisorId the account that response breaches go to; null if nobody is named
 * @param managerId the account that resolution escalations go to; null if nobody is named
 * @param startsAtFirstContact whether the clocks of a ticket begin with the earliest contact on those merged into it
 */
public record SlaPolicy(
        String policyId,
        int version,
        String name,
        SlaScope scope,
        List<SlaTarget> targets,
        List<ClockPauses> pauses,
        ReopenRule reopening,
        List<EscalationStep> ladder,
        List<SlaPenalty> penalties,
        String supervisorId,
        String managerId,
        boolean startsAtFirstContact) {

    /** That for every priority and that for the ticket's; of two the earlier counts. */
    public List<SlaTarget> targets(SlaClock clock, Priority priority) {
        return targets.stream()
                .filter(target -> target.clock() == clock)
                .filter(target -> target.priority() == null || target.priority() == priority)
                .sorted(comparing(SlaTarget::basis))
                .toList();
    }

    public Set<PauseReason> pausing(SlaClock clock) {
        return pauses.stream()
                .filter(pausing -> pausing.clock() == clock)
                .findFirst()
                .map(ClockPauses::reasons)
                .orElse(Set.of());
    }
}
