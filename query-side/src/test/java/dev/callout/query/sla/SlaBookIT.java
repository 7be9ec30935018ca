package dev.callout.query.sla;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Api.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.customer.CustomerKind;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.CalendarVersion;
import dev.callout.api.sla.OpenHours;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaPolicyRetired;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.TargetUnit;
import dev.callout.api.sla.WeeklyHours;
import dev.callout.api.sla.WorkCalendarPublished;
import dev.callout.api.sla.WorkCalendarRetired;
import dev.callout.api.ticket.Priority;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class SlaBookIT {

    private static final String POLICIES = "/service-desk/sla-policies";
    private static final String CALENDARS = "/service-desk/calendars";

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired SlaBook book;

    private final String policyId = "SLA-" + UUID.randomUUID();
    private final String calendarId = "CAL-" + UUID.randomUUID();
    private final String name = "Terms " + UUID.randomUUID();

    private SlaPolicyPublished policy(int version, String name, long minutes) {
        var target = new SlaTarget(SlaClock.RESPONSE, Priority.HIGH, minutes, TargetUnit.MINUTES, null, null);
        var scope = new SlaScope(null, CustomerKind.BUSINESS, "Premium", Priority.HIGH, "HARDWARE");
        return SlaPolicyPublished.of(
                policyId,
                version,
                new SlaPolicyDraft(name, scope, List.of(target), null, null, null, null, null, null, null));
    }

    private WorkCalendarPublished calendar(int version, int opensAt) {
        var hours = new OpenHours(LocalTime.of(opensAt, 0), LocalTime.of(18, 0));
        return new WorkCalendarPublished(
                calendarId,
                version,
                name,
                "Europe/Zurich",
                List.of(new WeeklyHours(DayOfWeek.MONDAY, List.of(hours))),
                List.of(new SpecialDay(LocalDate.of(2026, 3, 3), "Move", false, List.of())),
                "CH",
                "ZH",
                List.of(new SpecialDay(LocalDate.of(2026, 1, 1), "New Year", true, List.of())));
    }

    @Test
    void shows_a_policy_in_its_newest_version_and_in_every_other() {
        story.tell(policy(1, name, 30), policy(2, name + " b", 60));
        assertThat(api.get(DISPATCHER, POLICIES + "/" + policyId))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"policy":{"policyId":"%s","version":2,"name":"%s b","scope":{"plan":"Premium"},
                "targets":[{"clock":"RESPONSE","priority":"HIGH","amount":60,"unit":"MINUTES"}]},
                "retired":false,"published":[{"version":1},{"version":2}]}
                """.formatted(policyId, name));
        assertThat(api.get(DISPATCHER, POLICIES + "/" + policyId + "/versions/1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.policy.targets[0].amount")
                .isEqualTo(30);
        for (var unknown : List.of("/versions/0", "/versions/3", "/versions/-1")) {
            assertThat(api.get(DISPATCHER, POLICIES + "/" + policyId + unknown)).hasStatus(404);
        }
        assertThat(api.get(DISPATCHER, POLICIES + "/" + policyId + "/versions/last"))
                .hasStatus(400);
        assertThat(api.get(DISPATCHER, POLICIES + "/SLA-none")).hasStatus(404);
        assertThat(api.get(DISPATCHER, POLICIES + "/" + calendarId)).hasStatus(404);
    }

    @Test
    void lists_policies_by_name() {
        story.tell(policy(1, name, 30), policy(2, name + " b", 60), new SlaPolicyRetired(policyId));
        assertThat(api.get(DISPATCHER, POLICIES + "?text=" + name + "&count=true"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total":1,"items":[{"policyId":"%s","name":"%s b","version":2,"retired":true,
                "scope":{"customerKind":"BUSINESS","plan":"Premium","priority":"HIGH","category":"HARDWARE"}}]}
                """.formatted(policyId, name));
    }

    @Test
    void shows_a_calendar_with_its_own_days_and_the_holidays_apart() {
        story.tell(calendar(1, 9), calendar(2, 8), new WorkCalendarRetired(calendarId));
        assertThat(api.get(DISPATCHER, CALENDARS + "/" + calendarId))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"calendarId":"%s","version":2,"zone":"Europe/Zurich","holidayCountry":"CH","holidayRegion":"ZH",
                "week":[{"day":"MONDAY","hours":[{"from":"08:00:00","until":"18:00:00"}]}],
                "specialDays":[{"date":"2026-03-03","name":"Move"}],"holidays":[{"date":"2026-01-01"}],"holidaysUntil":"2026-01-01",
                "retired":true,"published":[{"version":1},{"version":2}],"streamVersion":2}
                """.formatted(calendarId));
        assertThat(api.get(DISPATCHER, CALENDARS + "/" + calendarId + "/versions/1"))
                .bodyJson()
                .extractingPath("$.week[0].hours[0].from")
                .isEqualTo("09:00:00");
        assertThat(api.get(DISPATCHER, CALENDARS + "?text=" + name))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"items":[{"calendarId":"%s","version":2,"zone":"Europe/Zurich","retired":true}]}
                """.formatted(calendarId));
    }

    @Test
    void is_nothing_for_customers() {
        story.tell(policy(1, name, 30), calendar(1, 9));
        var nosy = customer(Role.CUSTOMER_ADMIN, "CUS-1", "CON-1");
        assertThat(api.get(nosy, POLICIES)).hasStatus(403);
        assertThat(api.get(nosy, POLICIES + "/" + policyId)).hasStatus(403);
        assertThat(api.get(nosy, CALENDARS)).hasStatus(403);
        assertThat(api.get(nosy, CALENDARS + "/" + calendarId)).hasStatus(403);
    }

    @Test
    void knows_every_version_for_ever_and_hands_out_the_same_one_each_time() {
        story.tell(policy(1, name, 30), policy(2, name, 60), new SlaPolicyRetired(policyId), calendar(1, 9));
        assertThat(book.policy(policyId, 1)).isEqualTo(policy(1, name, 30).policy());
        assertThat(book.policy(policyId, 2)).isEqualTo(policy(2, name, 60).policy());
        assertThat(book.calendar(calendarId, 1))
                .isEqualTo(calendar(1, 9).calendar())
                .isSameAs(book.calendar(calendarId, 1));
        assertThat(book.calendar(calendarId, 1).specialDays())
                .extracting(SpecialDay::name)
                .containsExactly("New Year", "Move");
    }

    @Test
    void throws_for_a_version_that_never_was() {
        story.tell(policy(1, name, 30), new SlaPolicyRetired(policyId));
        for (var never : List.of(
                new CalendarVersion(policyId, 2), new CalendarVersion(policyId, 3), new CalendarVersion("SLA-0", 1))) {
            assertThatThrownBy(() -> book.policy(never.calendarId(), never.version()))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> book.calendar(policyId, 1)).isInstanceOf(IllegalStateException.class);
    }
}
