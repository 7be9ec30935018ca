package dev.callout.api.sla;

import static dev.callout.api.sla.EscalationAction.NOTIFY;
import static dev.callout.api.sla.EscalationRecipient.MANAGER;
import static dev.callout.api.sla.EscalationRecipient.SUPERVISOR;
import static dev.callout.api.sla.EscalationRecipient.TECHNICIAN;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static dev.callout.api.sla.TargetUnit.BUSINESS_DAYS;
import static dev.callout.api.sla.TargetUnit.BUSINESS_MINUTES;
import static dev.callout.api.sla.TargetUnit.MINUTES;
import static dev.callout.api.ticket.Priority.HIGH;
import static dev.callout.api.ticket.Priority.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlaPolicyFlawsTest {

    private static final SlaTarget GOOD = new SlaTarget(RESPONSE, HIGH, 120, BUSINESS_MINUTES, "CAL-1", 60L);
    private static final EscalationStep STEP = new EscalationStep(RESPONSE, 80, NOTIFY, List.of(MANAGER));
    private static final SlaPenalty PENALTY = new SlaPenalty(RESPONSE, null, 5_000, "EUR");

    private static SlaPolicyDraft with(List<SlaTarget> targets) {
        return with("Fast", null, targets, List.of(), List.of(), List.of());
    }

    private static SlaPolicyDraft with(
            String name,
            SlaScope scope,
            List<SlaTarget> targets,
            List<ClockPauses> pauses,
            List<EscalationStep> ladder,
            List<SlaPenalty> penalties) {
        return new SlaPolicyDraft(name, scope, targets, pauses, null, ladder, penalties, "ACC-sue", "ACC-max", null);
    }

    private static SlaPolicyDraft target(long amount, TargetUnit unit, String calendar, Long goal) {
        return with(List.of(new SlaTarget(RESPONSE, HIGH, amount, unit, calendar, goal)));
    }

    private static SlaPolicyDraft ladder(EscalationStep... steps) {
        return with("Fast", null, List.of(GOOD), List.of(), List.of(steps), List.of());
    }

    private static SlaPolicyDraft step(int percent, List<EscalationRecipient> recipients) {
        return ladder(new EscalationStep(RESPONSE, percent, NOTIFY, recipients));
    }

    private static SlaPolicyDraft pauses(ClockPauses... pauses) {
        return with("Fast", null, List.of(GOOD), List.of(pauses), List.of(), List.of());
    }

    private static SlaPolicyDraft penalties(SlaPenalty... penalties) {
        return with("Fast", null, List.of(GOOD), List.of(), List.of(), List.of(penalties));
    }

    private static SlaPolicyDraft scope(SlaScope scope) {
        return with("Fast", scope, List.of(GOOD), List.of(), List.of(), List.of());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(with(null, null, List.of(GOOD), List.of(), List.of(), List.of()), "name"),
                arguments(with(" ", null, List.of(GOOD), List.of(), List.of(), List.of()), "name"),
                arguments(with("x".repeat(101), null, List.of(GOOD), List.of(), List.of(), List.of()), "name"),
                arguments(with("Fast\nand cheap", null, List.of(GOOD), List.of(), List.of(), List.of()), "name"),
                arguments(with("\u202Etsaf", null, List.of(GOOD), List.of(), List.of(), List.of()), "name"),
                arguments(with(List.of()), "targets"),
                arguments(with(Collections.singletonList(null)), "targets[0]"),
                arguments(with(List.of(new SlaTarget(null, HIGH, 1, MINUTES, null, null))), "targets[0].clock"),
                arguments(
                        with(Collections.nCopies(2, new SlaTarget(RESPONSE, null, 1, MINUTES, null, null))),
                        "targets[1]"),
                arguments(target(1, null, null, null), "targets[0].unit"),
                arguments(with(List.of(GOOD, GOOD)), "targets[1]"),
                arguments(target(0, MINUTES, null, null), "targets[0].amount"),
                arguments(target(-5, MINUTES, null, null), "targets[0].amount"),
                arguments(target(10L * 366 * 24 * 60, MINUTES, null, null), "targets[0].amount"),
                arguments(target(3_654, BUSINESS_DAYS, "CAL-1", null), "targets[0].amount"),
                arguments(target(Long.MAX_VALUE, BUSINESS_MINUTES, "CAL-1", null), "targets[0].amount"),
                arguments(target(60, MINUTES, "CAL-1", null), "targets[0].calendarId"),
                arguments(target(60, BUSINESS_MINUTES, null, null), "targets[0].calendarId"),
                arguments(target(2, BUSINESS_DAYS, " ", null), "targets[0].calendarId"),
                arguments(target(60, MINUTES, null, 60L), "targets[0].goal"),
                arguments(target(60, MINUTES, null, 0L), "targets[0].goal"),
                arguments(scope(new SlaScope(null, null, null, LOW, null)), "scope.priority"),
                arguments(scope(new SlaScope("", null, null, null, null)), "scope.customerId"),
                arguments(scope(new SlaScope(null, null, " ", null, null)), "scope.plan"),
                arguments(scope(new SlaScope(null, null, null, null, "")), "scope.category"),
                arguments(pauses(new ClockPauses(null, Set.of())), "pauses[0].clock"),
                arguments(pauses(new ClockPauses(RESPONSE, null)), "pauses[0].reasons"),
                arguments(pauses(new ClockPauses(RESPONSE, Collections.singleton(null))), "pauses[0].reasons"),
                arguments(
                        pauses(new ClockPauses(RESPONSE, Set.of()), new ClockPauses(RESPONSE, Set.of())), "pauses[1]"),
                arguments(step(0, List.of(MANAGER)), "ladder[0].percent"),
                arguments(step(-1, List.of(MANAGER)), "ladder[0].percent"),
                arguments(step(500, List.of(MANAGER)), "ladder[0].percent"),
                arguments(step(80, List.of()), "ladder[0].recipients"),
                arguments(step(80, null), "ladder[0].recipients"),
                arguments(step(80, Collections.singletonList(null)), "ladder[0].recipients"),
                arguments(step(80, List.of(MANAGER, MANAGER)), "ladder[0].recipients"),
                arguments(ladder(STEP, STEP), "ladder[1]"),
                arguments(ladder(new EscalationStep(RESPONSE, 80, null, List.of(MANAGER))), "ladder[0].action"),
                arguments(ladder(new EscalationStep(null, 80, NOTIFY, List.of(MANAGER))), "ladder[0].clock"),
                arguments(penalties(new SlaPenalty(RESPONSE, null, -1, "EUR")), "penalties[0].amount"),
                arguments(penalties(new SlaPenalty(RESPONSE, null, Long.MAX_VALUE, "EUR")), "penalties[0].amount"),
                arguments(penalties(new SlaPenalty(RESPONSE, null, 1, "DM")), "penalties[0].currency"),
                arguments(penalties(new SlaPenalty(RESPONSE, null, 1, "eur")), "penalties[0].currency"),
                arguments(penalties(new SlaPenalty(RESPONSE, null, 1, "XXX")), "penalties[0].currency"),
                arguments(penalties(new SlaPenalty(RESPONSE, null, 1, "XAU")), "penalties[0].currency"),
                arguments(penalties(new SlaPenalty(RESPONSE, null, 1, "XTS")), "penalties[0].currency"),
                arguments(penalties(new SlaPenalty(RESPONSE, null, 1, null)), "penalties[0].currency"),
                arguments(penalties(new SlaPenalty(null, null, 1, "EUR")), "penalties[0].clock"),
                arguments(penalties(PENALTY, PENALTY), "penalties[1]"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void says_which_field_is_wrong_and_no_other(SlaPolicyDraft draft, String field) {
        assertThat(draft.flaws()).extracting(Flaw::field).containsExactly(field);
    }

    @Test
    void finds_nothing_in_a_good_policy() {
        var draft = with(
                "Fast",
                new SlaScope("CUS-1", null, "Premium", HIGH, "HARDWARE"),
                List.of(
                        GOOD,
                        new SlaTarget(RESOLUTION, HIGH, 3_653, BUSINESS_DAYS, "CAL-1", null),
                        new SlaTarget(RESOLUTION, LOW, 3_653L * 24 * 60, MINUTES, null, 1L)),
                List.of(new ClockPauses(RESPONSE, Set.of()), new ClockPauses(RESOLUTION, Set.of(PauseReason.values()))),
                List.of(
                        STEP,
                        new EscalationStep(RESPONSE, 1, NOTIFY, List.of(EscalationRecipient.values())),
                        new EscalationStep(RESPONSE, 200, NOTIFY, List.of(MANAGER))),
                List.of(PENALTY, new SlaPenalty(RESPONSE, HIGH, 0, "CHF"), new SlaPenalty(RESPONSE, LOW, 1, "XAF")));
        assertThat(draft.flaws()).isEmpty();
    }

    @Test
    void stops_to_count_somewhere() {
        assertThat(with(Collections.nCopies(10_000, GOOD)).flaws()).hasSize(20);
    }

    @Test
    void is_for_everything_and_grants_the_time_anew_unless_it_says_otherwise() {
        var draft = new SlaPolicyDraft("Fast", null, List.of(GOOD), null, null, null, null, null, null, null);
        assertThat(draft.flaws()).isEmpty();
        assertThat(draft.scope()).isEqualTo(SlaScope.EVERYTHING);
        assertThat(draft.reopening()).isEqualTo(ReopenRule.NEW_CYCLE);
    }

    static Stream<Arguments> reachingNobody() {
        return Stream.of(
                arguments(EscalationAction.NOTIFY, List.of(SUPERVISOR), "supervisorId"),
                arguments(EscalationAction.NOTIFY, List.of(TECHNICIAN, MANAGER), "managerId"),
                arguments(EscalationAction.ESCALATE, List.of(SUPERVISOR), "supervisorId"),
                arguments(EscalationAction.ESCALATE, List.of(TECHNICIAN), "managerId"),
                arguments(EscalationAction.ASSIGN, List.of(TECHNICIAN), "supervisorId"));
    }

    @ParameterizedTest
    @MethodSource("reachingNobody")
    void a_step_for_a_person_whom_the_policy_does_not_name(
            EscalationAction action, List<EscalationRecipient> recipients, String field) {
        var step = new EscalationStep(RESPONSE, 100, action, recipients);
        assertThat(ladder(step).flaws()).isEmpty();
        assertThat(ladder(step).inTheHandsOf(null, null).flaws())
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.field()).isEqualTo(field);
                    assertThat(flaw.code()).isEqualTo("REQUIRED");
                });
    }

    /** SL-12: a policy that says nothing of pauses waits for the customer; one that names none waits for nothing. */
    @Test
    void waits_for_the_customer_unless_the_policy_says_otherwise() {
        var silent = new SlaPolicyDraft("Fast", null, List.of(GOOD), null, null, null, null, null, null, null);
        var never = new SlaPolicyDraft("Fast", null, List.of(GOOD), List.of(), null, null, null, null, null, null);
        for (var clock : SlaClock.values()) {
            assertThat(silent.toPolicy("SLA-1", 1).pausing(clock)).containsExactly(PauseReason.PENDING_CUSTOMER);
            assertThat(never.toPolicy("SLA-1", 1).pausing(clock)).isEmpty();
        }
    }
}
