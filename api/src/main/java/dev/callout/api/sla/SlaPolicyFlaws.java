package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Looks for what is wrong with a policy in itself. Whatever it names may still not be there. */
final class SlaPolicyFlaws {

    private static final int MANY = 20;
    private static final int LONGEST_NAME = 100;
    private static final long TEN_YEARS_IN_DAYS = 3_653;
    private static final long TEN_YEARS_IN_MINUTES = TEN_YEARS_IN_DAYS * 24 * 60;
    private static final int LARGEST_PERCENT = 200;
    private static final long LARGEST_PENALTY = 100_000_000_000L;

    private static final String REQUIRED = "REQUIRED";
    private static final String OUT_OF_RANGE = "OUT_OF_RANGE";
    private static final String TWICE = "TWICE";

    private final SlaPolicyDraft draft;
    private final List<Flaw> found = new ArrayList<>();

    SlaPolicyFlaws(SlaPolicyDraft draft) {
        this.draft = draft;
    }

    /** The first of them: whoever repairs these can ask for more. */
    List<Flaw> find() {
        name();
        targets();
        scope();
        pauses();
        ladder();
        penalties();
        return found.size() > MANY ? List.copyOf(found.subList(0, MANY)) : List.copyOf(found);
    }

    private void name() {
        var name = draft.name();
        flawIf(name == null || name.isBlank(), "name", REQUIRED, "must be given");
        flawIf(
                name != null && name.length() > LONGEST_NAME,
                "name",
                OUT_OF_RANGE,
                "has at most " + LONGEST_NAME + " characters");
    }

    private void scope() {
        var priority = draft.scope().priority();
        flawIf(
                priority != null
                        && draft.targets().stream()
                                .noneMatch(target -> target != null && target.priority() == priority),
                "scope.priority",
                "NO_TARGET",
                "is " + priority + ", for which the policy promises nothing");
        notBlank("scope.customerId", draft.scope().customerId());
        notBlank("scope.plan", draft.scope().plan());
        notBlank("scope.category", draft.scope().category());
    }

    private void targets() {
        flawIf(draft.targets().isEmpty(), "targets", REQUIRED, "must promise something");
        record Promised(SlaClock clock, Priority priority) {}
        var promised = new HashSet<Promised>();
        for (var i = 0; i < draft.targets().size(); i++) {
            var target = draft.targets().get(i);
            var field = "targets[" + i + "]";
            if (given(field, target)) {
                target(field, target);
                once(field, promised.add(new Promised(target.clock(), target.priority())), "this clock and priority");
            }
        }
    }

    private void target(String field, SlaTarget target) {
        given(field + ".clock", target.clock());
        given(field + ".priority", target.priority());
        if (given(field + ".unit", target.unit())) {
            var limit = target.unit() == TargetUnit.BUSINESS_DAYS ? TEN_YEARS_IN_DAYS : TEN_YEARS_IN_MINUTES;
            flawIf(
                    target.amount() < 1 || target.amount() > limit,
                    field + ".amount",
                    OUT_OF_RANGE,
                    "must be at least 1 and at most ten years");
            flawIf(
                    target.unit() == TargetUnit.MINUTES && target.calendarId() != null,
                    field + ".calendarId",
                    "NOT_WANTED",
                    "goes with business time only; plain minutes have no calendar");
            flawIf(
                    target.unit() != TargetUnit.MINUTES && target.calendarId() == null,
                    field + ".calendarId",
                    REQUIRED,
                    "must say by which calendar business time counts");
            notBlank(field + ".calendarId", target.calendarId());
        }
        flawIf(
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
            if (given(field, pauses)) {
                given(field + ".clock", pauses.clock());
                if (given(field + ".reasons", pauses.reasons())) {
                    flawIf(
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
            if (given(field, step)) {
                given(field + ".clock", step.clock());
                given(field + ".action", step.action());
                flawIf(
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

    private void recipients(String field, List<EscalationRecipient> recipients) {
        flawIf(recipients == null || recipients.isEmpty(), field, REQUIRED, "must name somebody to tell");
        if (recipients != null) {
            flawIf(recipients.stream().anyMatch(Objects::isNull), field, REQUIRED, "must not be null");
            flawIf(recipients.stream().distinct().count() < recipients.size(), field, TWICE, "names somebody twice");
        }
    }

    private void penalties() {
        record Broken(SlaClock clock, Priority priority) {}
        var broken = new HashSet<Broken>();
        for (var i = 0; i < draft.penalties().size(); i++) {
            var penalty = draft.penalties().get(i);
            var field = "penalties[" + i + "]";
            if (given(field, penalty)) {
                given(field + ".clock", penalty.clock());
                flawIf(
                        penalty.amount() < 0 || penalty.amount() > LARGEST_PENALTY,
                        field + ".amount",
                        OUT_OF_RANGE,
                        "must not be negative, nor beyond reason");
                flawIf(
                        !isCurrency(penalty.currency()),
                        field + ".currency",
                        "UNKNOWN_CURRENCY",
                        "must be a currency of ISO 4217, such as EUR");
                once(field, broken.add(new Broken(penalty.clock(), penalty.priority())), "this clock and priority");
            }
        }
    }

    private static boolean isCurrency(String code) {
        return code != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private boolean given(String field, Object value) {
        flawIf(value == null, field, REQUIRED, "must be given");
        return value != null;
    }

    private void notBlank(String field, String value) {
        flawIf(value != null && value.isBlank(), field, REQUIRED, "must not be empty; leave it out instead");
    }

    private void once(String field, boolean first, String what) {
        flawIf(!first, field, TWICE, "says something of " + what + " a second time");
    }

    private void flawIf(boolean wrong, String field, String code, String message) {
        if (wrong) {
            found.add(new Flaw(field, code, message));
        }
    }
}
