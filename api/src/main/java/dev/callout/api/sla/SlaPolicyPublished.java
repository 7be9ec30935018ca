package dev.callout.api.sla;

import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A policy has a new version, which never changes.
 *
 * @param startsAtFirstContact null in revision 1, and no: what was promised before stays as it was
 */
@Revision("2")
public record SlaPolicyPublished(
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
        Boolean startsAtFirstContact)
        implements SlaPolicyEvent {

    public static SlaPolicyPublished of(String policyId, int version, SlaPolicyDraft draft) {
        return new SlaPolicyPublished(
                policyId,
                version,
                draft.name(),
                draft.scope(),
                draft.targets(),
                draft.pauses(),
                draft.reopening(),
                draft.ladder(),
                draft.penalties(),
                draft.supervisorId(),
                draft.managerId(),
                draft.startsAtFirstContact());
    }

    /** What the policy is in this version. */
    public SlaPolicy policy() {
        return draft().toPolicy(policyId, version);
    }

    /** As it was asked for. */
    public SlaPolicyDraft draft() {
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
                Boolean.TRUE.equals(startsAtFirstContact));
    }
}
