package dev.callout.api.sla;

import static dev.callout.api.sla.FlawList.OUT_OF_RANGE;
import static dev.callout.api.sla.FlawList.REQUIRED;

import dev.callout.api.ticket.Priority;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Looks for what is wrong with a policy in itself. Whatever it names may still not be there. */
final class SlaPolicyFlaws {

    private static final int LARGEST_PERCENT = 200;
    private static final long LARGEST_PENALTY = 100_000_000_000L;

    private static final String TWICE = "TWICE";

    private final SlaPolicyDraft draft;
    private final FlawList found = new FlawList();

    SlaPolicyFlaws(SlaPolicyDraft draft) {
        this.draft = draft;
    }

    List<Flaw> find() {
        found.name("name", draft.name());
        targets();
        scope();
        pauses();
        ladder();
        namedByTheLadder();
        penalties();
        return found.first();
    }

    private void scope() {
        var priority = draft.scope().priority();
        found.flawIf(
                priority != null
                        && draft.targets().stream()
                                .noneMatch(target ->
                                        target != null && (target.priority() == null || target.priority() == priority)),
                "scope.priority",
                "NO_TARGET",
                "is " + priority + ", for which the policy promises nothing");
        notBlank("scope.customerId", draft.scope().customerId());
        notBlank("scope.plan", draft.scope().plan());
        notBlank("scope.category", draft.scope().category());
    }

    private void targets() {
        found.flawIf(draft.targets().isEmpty(), "targets", REQUIRED, "must promise something");
        record Promised(SlaClock clock, Priority priority) {}
        var promised = new HashSet<Promised>();
        for (var i = 0; i < draft.targets().size(); i++) {
            var target = draft.targets().get(i);
            var field = "targets[" + i + "]";
            if (found.given(field, target)) {
                target(field, target);
                once(field, promised.add(new Promised(target.clock(), target.priority())), "this clock and priority");
            }
        }
    }

    private void target(String field, SlaTarget target) {
        found.given(field + ".clock", target.clock());
        if (found.given(field + ".unit", target.unit())) {
            var limit = target.unit() == TargetUnit.BUSINESS_DAYS
                    ? SlaTarget.LONGEST.toDays()
                    : SlaTarget.LONGEST.toMinutes();
            found.flawIf(
                    target.amount() < 1 || target.amount() > limit,
                    field + ".amount",
                    OUT_OF_RANGE,
                    "must be at least 1 and at most ten years");
            found.flawIf(
                    target.unit() == TargetUnit.MINUTES && target.calendarId() != null,
                    field + ".calendarId",
                    "NOT_WANTED",
                    "goes with business time only; plain minutes have no calendar");
            found.flawIf(
                    target.unit() != TargetUnit.MINUTES && target.calendarId() == null,
                    field + ".calendarId",
                    REQUIRED,
                    "must say by which calendar business time counts");
            notBlank(field + ".calendarId", target.calendarId());
        }
        found.flawIf(
                target.goal() != null && (target.goal() < 1 || target.goal() >= target.amount()),
                field + ".goal",
                OUT_OF_RANGE,
                "must be at least 1 and less than the amount");
    }

    private void pauses() {
        var clocks = new HashSet<SlaClock>();
        for (var i = 0; i < draft.pauses().size(); i++) {
            var pauses = draft.pauses().get(i);
            var field = "pauses[" + i + "]";
            if (found.given(field, pauses)) {
                found.given(field + ".clock", pauses.clock());
                if (found.given(field + ".reasons", pauses.reasons())) {
                    found.flawIf(
                            pauses.reasons().stream().anyMatch(Objects::isNull),
                            field + ".reasons",
                            REQUIRED,
                            "must not be null");
                }
                once(field, clocks.add(pauses.clock()), "this clock");
            }
        }
    }

    private void ladder() {
        record Rung(SlaClock clock, int percent, EscalationAction action) {}
        var rungs = new HashSet<Rung>();
        for (var i = 0; i < draft.ladder().size(); i++) {
            var step = draft.ladder().get(i);
            var field = "ladder[" + i + "]";
            if (found.given(field, step)) {
                found.given(field + ".clock", step.clock());
                found.given(field + ".action", step.action());
                found.flawIf(
                        step.percent() < 1 || step.percent() > LARGEST_PERCENT,
                        field + ".percent",
                        OUT_OF_RANGE,
                        "must be from 1 to " + LARGEST_PERCENT);
                recipients(field + ".recipients", step.recipients());
                once(
                        field,
                        rungs.add(new Rung(step.clock(), step.percent(), step.action())),
                        "this clock, percent and action");
            }
        }
    }

    /** A step that tells or asks a person whom the policy does not name would reach nobody. */
    private void namedByTheLadder() {
        var steps = draft.ladder().stream().filter(Objects::nonNull).toList();
        found.flawIf(
                draft.supervisorId() == null && steps.stream().anyMatch(SlaPolicyFlaws::needsSupervisor),
                "supervisorId",
                REQUIRED,
                "must name an account, since a step of the ladder is for the supervisor");
        found.flawIf(
                draft.managerId() == null && steps.stream().anyMatch(SlaPolicyFlaws::needsManager),
                "managerId",
                REQUIRED,
                "must name an account, since a step of the ladder is for the manager");
    }

    private static boolean needsSupervisor(EscalationStep step) {
        return step.action() == EscalationAction.ASSIGN || names(step, EscalationRecipient.SUPERVISOR);
    }

    /** Who asks for help without naming the supervisor asks the manager. */
    private static boolean needsManager(EscalationStep step) {
        return names(step, EscalationRecipient.MANAGER)
                || step.action() == EscalationAction.ESCALATE && !names(step, EscalationRecipient.SUPERVISOR);
    }

    private static boolean names(EscalationStep step, EscalationRecipient recipient) {
        return step.recipients() != null && step.recipients().contains(recipient);
    }

    private void recipients(String field, List<EscalationRecipient> recipients) {
        found.flawIf(recipients == null || recipients.isEmpty(), field, REQUIRED, "must name somebody to tell");
        if (recipients != null) {
            found.flawIf(recipients.stream().anyMatch(Objects::isNull), field, REQUIRED, "must not be null");
            found.flawIf(
                    recipients.stream().distinct().count() < recipients.size(), field, TWICE, "names somebody twice");
        }
    }

    private void penalties() {
        record Broken(SlaClock clock, Priority priority) {}
        var broken = new HashSet<Broken>();
        for (var i = 0; i < draft.penalties().size(); i++) {
            var penalty = draft.penalties().get(i);
            var field = "penalties[" + i + "]";
            if (found.given(field, penalty)) {
                found.given(field + ".clock", penalty.clock());
                found.flawIf(
                        penalty.amount() < 0 || penalty.amount() > LARGEST_PENALTY,
                        field + ".amount",
                        OUT_OF_RANGE,
                        "must not be negative, nor beyond reason");
                found.flawIf(
                        !isCurrency(penalty.currency()),
                        field + ".currency",
                        "UNKNOWN_CURRENCY",
                        "must be a currency of ISO 4217 that one can pay with, such as EUR");
                once(field, broken.add(new Broken(penalty.clock(), penalty.priority())), "this clock and priority");
            }
        }
    }

    /** Gold, units of account and codes for tests have no smallest unit. */
    private static boolean isCurrency(String code) {
        return code != null
                && Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private void notBlank(String field, String value) {
        found.flawIf(value != null && value.isBlank(), field, REQUIRED, "must not be empty; leave it out instead");
    }

    private void once(String field, boolean first, String what) {
        found.flawIf(!first, field, TWICE, "says something of " + what + " a second time");
    }
}
