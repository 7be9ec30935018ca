package dev.callout.command.sla;

import static dev.callout.api.sla.EscalationAction.ASSIGN;
import static dev.callout.api.sla.EscalationAction.ESCALATE;
import static dev.callout.api.sla.EscalationAction.NOTIFY;
import static dev.callout.api.sla.EscalationRecipient.MANAGER;
import static dev.callout.api.sla.EscalationRecipient.SUPERVISOR;
import static dev.callout.api.sla.EscalationRecipient.TECHNICIAN;
import static dev.callout.api.sla.SlaClock.ARRIVAL;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.EscalationStep;
import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.TargetBasis;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.api.sla.WorkHours;
import dev.callout.api.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an installation begins with is what the guide says. */
class ShippedTermsTest {

    private static final SlaSettings SETTINGS = new SlaSettings(ZoneId.of("Europe/Berlin"), "", List.of());

    static Collection<SlaPolicyDraft> policies() {
        return ShippedTerms.policies().values();
    }

    static Stream<WorkCalendarDraft> calendars() {
        return Stream.of(ShippedTerms.standardHours(SETTINGS), ShippedTerms.aroundTheClock(SETTINGS));
    }

    private static SlaPolicy policy(String id) {
        return ShippedTerms.policies().get(id).toPolicy(id, 1);
    }

    private static String target(String policy, SlaClock clock, Priority priority) {
        return policy(policy).targets(clock, priority).stream()
                .map(target -> target.amount() + " " + target.unit()
                        + (target.goal() == null ? "" : " aim " + target.goal())
                        + (target.basis() == TargetBasis.PLAN ? " by plan" : ""))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void every_policy_is_sound(SlaPolicyDraft policy) {
        assertThat(policy.flaws()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void every_calendar_is_sound(WorkCalendarDraft calendar) {
        assertThat(calendar.flaws()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "URGENT, 30 BUSINESS_MINUTES, 240 BUSINESS_MINUTES",
        "HIGH, 120 BUSINESS_MINUTES, 480 BUSINESS_MINUTES",
        "MEDIUM, 480 BUSINESS_MINUTES, 2 BUSINESS_DAYS",
        "LOW, 1440 BUSINESS_MINUTES, 5 BUSINESS_DAYS"
    })
    void the_matrix_of_the_guide_is_promised_to_all(Priority priority, String response, String resolution) {
        for (var policy : ShippedTerms.policies().keySet()) {
            assertThat(target(policy, RESPONSE, priority)).as("SL-04").isEqualTo(response);
            assertThat(target(policy, RESOLUTION, priority)).as("SL-05").isEqualTo(resolution);
        }
    }

    @ParameterizedTest
    @CsvSource({"URGENT, 120 MINUTES", "HIGH, 480 MINUTES aim 240", "MEDIUM, 1440 MINUTES", "LOW, 1440 MINUTES"})
    void plan_and_priority_each_say_when_somebody_is_there(Priority priority, String everybody) {
        assertThat(target(ShippedTerms.STANDARD, ARRIVAL, priority)).as("K-05").isEqualTo(everybody);
        assertThat(target(ShippedTerms.STANDARD_PLAN, ARRIVAL, priority))
                .as("SL-20")
                .isEqualTo("480 MINUTES aim 240 by plan, " + everybody);
        assertThat(target(ShippedTerms.PREMIUM, ARRIVAL, priority))
                .as("SL-20")
                .isEqualTo("120 MINUTES by plan, " + everybody);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void waiting_for_the_customer_pauses_and_waiting_for_parts_does_not(SlaPolicyDraft policy) {
        for (var clock : SlaClock.values()) {
            assertThat(policy.toPolicy("SLA-1", 1).pausing(clock))
                    .as("SL-12, SL-15, K-13")
                    .containsExactlyInAnyOrder(PauseReason.PENDING_CUSTOMER, PauseReason.CUSTOMER_DELAY);
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void somebody_hears_of_it_before_and_when_time_runs_out(SlaPolicyDraft policy) {
        assertThat(policy.ladder())
                .as("SL-06, SL-07, SL-08, SL-17, K-11")
                .containsExactly(
                        new EscalationStep(RESPONSE, 80, NOTIFY, List.of(SUPERVISOR)),
                        new EscalationStep(RESPONSE, 100, ASSIGN, List.of(SUPERVISOR, MANAGER, TECHNICIAN)),
                        new EscalationStep(RESOLUTION, 80, ESCALATE, List.of(MANAGER)),
                        new EscalationStep(RESOLUTION, 100, ESCALATE, List.of(MANAGER)));
    }

    @Test
    void standard_hours_are_those_of_the_guide() {
        var week = Duration.ofHours(5 * 9 + 4);
        assertThat(open(ShippedTerms.standardHours(SETTINGS))).as("SL-02").isEqualTo(week);
        assertThat(open(ShippedTerms.aroundTheClock(SETTINGS))).as("SL-23").isEqualTo(Duration.ofDays(7));
    }

    private static Duration open(WorkCalendarDraft draft) {
        var calendar = new WorkCalendar("CAL-1", 1, "x", ZoneId.of(draft.zone()), draft.week(), draft.specialDays());
        var monday = Instant.parse("2026-03-01T23:00:00Z");
        return WorkHours.of(calendar).between(monday, monday.plus(Duration.ofDays(7)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"'', -, -", "CH, CH, -", "CH-ZH, CH, ZH", "DE-BY/AG, DE, BY/AG"})
    void holidays_are_named_as_one_word(String holidays, String country, String region) {
        var settings = new SlaSettings(ZoneId.of("Europe/Zurich"), holidays, List.of());
        assertThat(ShippedTerms.standardHours(settings).holidayCountry()).isEqualTo(country);
        assertThat(ShippedTerms.standardHours(settings).holidayRegion()).isEqualTo(region);
    }
}
