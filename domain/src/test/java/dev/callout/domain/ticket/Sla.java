package dev.callout.domain.ticket;

import static dev.callout.api.sla.EscalationAction.ASSIGN;
import static dev.callout.api.sla.EscalationAction.ESCALATE;
import static dev.callout.api.sla.EscalationAction.NOTIFY;
import static dev.callout.api.sla.EscalationRecipient.MANAGER;
import static dev.callout.api.sla.EscalationRecipient.SUPERVISOR;
import static dev.callout.api.sla.EscalationRecipient.TECHNICIAN;
import static dev.callout.api.sla.PauseReason.CUSTOMER_DELAY;
import static dev.callout.api.sla.PauseReason.PENDING_CUSTOMER;
import static dev.callout.api.sla.SlaClock.ARRIVAL;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;

import dev.callout.api.sla.ClockPauses;
import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.sla.EscalationStep;
import dev.callout.api.sla.ReopenRule;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaChoice;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.TargetUnit;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.ReturnCause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is promised in tests. Either nothing, or what the guide promises its premium customers, day and night, with Sue as
 * supervisor and Max as manager.
 *
 * @param gone who does not work here any more
 */
record Sla(Optional<SlaPolicy> policy, Set<String> gone) implements SlaBook, SlaChoice, Staff {

    static final Sla NOTHING_PROMISED = new Sla(Optional.empty(), Set.of());
    static final Sla PREMIUM = new Sla(
            Optional.of(new SlaPolicy(
                    "SLA-premium",
                    3,
                    "Premium Customer SLA",
                    new SlaScope(null, null, null, null, null),
                    List.of(
                            minutes(RESPONSE, Priority.URGENT, 30),
                            minutes(RESPONSE, Priority.HIGH, 120),
                            minutes(RESPONSE, Priority.MEDIUM, 480),
                            minutes(ARRIVAL, Priority.HIGH, 480),
                            minutes(RESOLUTION, Priority.URGENT, 240),
                            minutes(RESOLUTION, Priority.HIGH, 480),
                            minutes(RESOLUTION, Priority.MEDIUM, 2880)),
                    List.of(
                            new ClockPauses(RESPONSE, Set.of(CUSTOMER_DELAY)),
                            new ClockPauses(RESOLUTION, Set.of(PENDING_CUSTOMER, CUSTOMER_DELAY))),
                    ReopenRule.NEW_CYCLE,
                    List.of(
                            new EscalationStep(RESPONSE, 80, NOTIFY, List.of(SUPERVISOR)),
                            new EscalationStep(RESPONSE, 100, ASSIGN, List.of(SUPERVISOR, MANAGER, TECHNICIAN)),
                            new EscalationStep(RESOLUTION, 80, ESCALATE, List.of(MANAGER)),
                            new EscalationStep(RESOLUTION, 100, NOTIFY, List.of(MANAGER))),
                    List.of(),
                    "ACC-sue",
                    "ACC-max",
                    true)),
            Set.of());

    /** The same with another ladder. */
    Sla withLadder(List<EscalationStep> ladder) {
        return new Sla(
                policy.map(known -> new SlaPolicy(
                        known.policyId(),
                        known.version(),
                        known.name(),
                        known.scope(),
                        known.targets(),
                        known.pauses(),
                        known.reopening(),
                        ladder,
                        known.penalties(),
                        known.supervisorId(),
                        known.managerId(),
                        known.startsAtFirstContact())),
                gone);
    }

    Sla without(String... accounts) {
        return new Sla(policy, Set.of(accounts));
    }

    @Override
    public boolean has(EscalationRecipient recipient, String accountId) {
        return accountId != null && !gone.contains(accountId);
    }

    @Override
    public boolean canWork(String accountId) {
        return !gone.contains(accountId);
    }

    @Override
    public boolean canWorkAsTeam(String teamId) {
        return !gone.contains(teamId);
    }

    @Override
    public boolean canHelp(String accountId) {
        return !gone.contains(accountId);
    }

    @Override
    public boolean canHelpAsTeam(String teamId) {
        return !gone.contains(teamId);
    }

    @Override
    public Optional<ReturnCause> absence(String accountId) {
        return gone.contains(accountId) ? Optional.of(ReturnCause.DEACTIVATED) : Optional.empty();
    }

    private static SlaTarget minutes(SlaClock clock, Priority priority, long minutes) {
        return new SlaTarget(clock, priority, minutes, TargetUnit.MINUTES, null, null);
    }

    @Override
    public SlaPolicy policy(String policyId, int version) {
        return policy.filter(known -> known.policyId().equals(policyId) && known.version() == version)
                .orElseThrow(() -> new AssertionError("There is no policy " + policyId + " in version " + version));
    }

    @Override
    public WorkCalendar calendar(String calendarId, int version) {
        throw new AssertionError("Minutes on the wall need no calendar.");
    }

    @Override
    public Optional<Chosen> choose(String customerId, Priority priority, String category) {
        return policy.map(known -> new Chosen(known.policyId(), known.version(), List.of()));
    }

    @Override
    public Optional<Chosen> newest(String policyId) {
        return choose(null, null, null).filter(chosen -> chosen.policyId().equals(policyId));
    }
}
