package dev.callout.journeys;

import static dev.callout.journeys.Terms.CALENDARS;
import static dev.callout.journeys.Terms.POLICIES;
import static dev.callout.journeys.Terms.calendar;
import static dev.callout.journeys.Terms.day;
import static dev.callout.journeys.Terms.policy;
import static dev.callout.journeys.Terms.policyFor;
import static dev.callout.journeys.Terms.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.callout.RunningCallout;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calendars and policies that make no sense are refused with the field that is wrong, and nothing is stored. */
@ExtendWith(RunningCallout.class)
class BadTermsIT {

    private static final Map<String, Object> GOOD = target("RESPONSE", "HIGH", 30, "MINUTES", null);
    private static final String CUSTOMERS = "/api/v1/customers/";

    private final Desk desk;
    private final Stored stored;
    private final String acme;

    BadTermsIT(RunningCallout callout) {
        desk = new Desk(callout);
        stored = new Stored(callout);
        acme = Desk.customerOf(desk.acmeUser);
    }

    private static Arguments with(String part, Object value, String field) {
        var policy = policyFor("CUS-none");
        policy.put(part, value);
        return arguments(policy, field);
    }

    private static Arguments target0(Map<String, Object> target, String field) {
        return with("targets", List.of(target), "targets[0]." + field);
    }

    private static Arguments step(long percent, List<String> recipients, String field) {
        var step = Map.of("clock", "RESPONSE", "percent", percent, "action", "NOTIFY", "recipients", recipients);
        var policy = policyFor("CUS-none");
        policy.put("ladder", List.of(step));
        policy.put("managerId", "ACC-none");
        return arguments(policy, "ladder[0]." + field);
    }

    private static Arguments reachingNobody(String action, String recipient, String field) {
        var step = Map.of("clock", "RESPONSE", "percent", 100, "action", action, "recipients", List.of(recipient));
        return with("ladder", List.of(step), field);
    }

    private static Arguments penalty(long amount, String currency, String field) {
        var penalty = Map.of("clock", "RESPONSE", "amount", amount, "currency", currency);
        return with("penalties", List.of(penalty), "penalties[0]." + field);
    }

    static Stream<Arguments> badPolicies() {
        var tooLong = 10L * 366 * 24 * 60;
        var goal = target("RESPONSE", "HIGH", 30, "MINUTES", null);
        goal.put("goal", 31);
        return Stream.of(
                with("name", "", "name"),
                with("name", "two\nlines", "name"),
                with("targets", List.of(), "targets"),
                with("targets", List.of(GOOD, GOOD), "targets[1]"),
                with("scope", Map.of("priority", "LOW"), "scope.priority"),
                with("scope", Map.of("plan", "Platinum"), "scope.plan"),
                with("scope", Map.of("category", "MAGIC"), "scope.category"),
                target0(target("RESPONSE", "HIGH", -1, "MINUTES", null), "amount"),
                target0(target("RESPONSE", "HIGH", 0, "BUSINESS_DAYS", "CAL-standard"), "amount"),
                target0(target("RESPONSE", "HIGH", tooLong, "MINUTES", null), "amount"),
                target0(target("RESPONSE", "HIGH", tooLong, "BUSINESS_MINUTES", "CAL-standard"), "amount"),
                target0(target("RESPONSE", "HIGH", 3_654, "BUSINESS_DAYS", "CAL-standard"), "amount"),
                target0(target("RESPONSE", "HIGH", 30, "BUSINESS_MINUTES", null), "calendarId"),
                target0(target("RESPONSE", "HIGH", 30, "MINUTES", "CAL-standard"), "calendarId"),
                target0(target("RESPONSE", "HIGHEST", 30, "MINUTES", null), "priority"),
                target0(target("RESPONSE", "HIGH", 30, "FORTNIGHTS", null), "unit"),
                target0(goal, "goal"),
                step(0, List.of("MANAGER"), "percent"),
                step(500, List.of("MANAGER"), "percent"),
                step(80, List.of(), "recipients"),
                step(99_999_999_999L, List.of("MANAGER"), "percent"),
                reachingNobody("NOTIFY", "SUPERVISOR", "supervisorId"),
                reachingNobody("ESCALATE", "MANAGER", "managerId"),
                reachingNobody("ASSIGN", "TECHNICIAN", "supervisorId"),
                penalty(-1, "EUR", "amount"),
                penalty(1, "DM", "currency"),
                penalty(1, "XAU", "currency"),
                step(80, List.of("NEIGHBOR"), "recipients[0]"),
                with(
                        "pauses",
                        List.of(Map.of("clock", "RESPONSE", "reasons", List.of("RAIN"))),
                        "pauses[0].reasons[0]"));
    }

    @ParameterizedTest
    @MethodSource("badPolicies")
    void a_bad_policy_is_not_published(Map<String, Object> policy, String field) {
        refused(() -> desk.manager.post(POLICIES, policy), field);
    }

    @Test
    void nor_is_a_bad_version_of_one() {
        noneIsTaken(badPolicies(), POLICIES + "/SLA-standard");
    }

    private static Arguments week(Object... week) {
        return arguments(calendar("Europe/Zurich", List.of(week)), "week");
    }

    private static Arguments calendarWith(String part, Object value, String field) {
        var calendar = calendar("09:00");
        calendar.put(part, value);
        return arguments(calendar, field);
    }

    static Stream<Arguments> badCalendars() {
        var split = List.of(Map.of("from", "09:00", "until", "13:00"), Map.of("from", "12:00", "until", "18:00"));
        return Stream.of(
                week(),
                week(Map.of("day", "MONDAY", "hours", List.of())),
                week(Map.of("day", "MONDAY", "hours", split)),
                week(day("MONDAY", "22:00", "06:00"), day("TUESDAY", "05:00", "09:00")),
                week(day("MONDAY", "09:00", "09:00")),
                week(day("MONDAY", "09:00", "12:00"), day("MONDAY", "13:00", "18:00")),
                arguments(calendar("Europe/Zurich", List.of(day("MONDAY", "25:00", "18:00"))), "week[0].hours[0].from"),
                arguments(calendar("Europe/Zurich", List.of(day("MOONDAY", "09:00", "18:00"))), "week[0].day"),
                calendarWith("zone", "Europe/Atlantis", "zone"),
                calendarWith("zone", "+02:00", "zone"),
                calendarWith("name", " ", "name"),
                calendarWith("holidayCountry", "XX", "holidayCountry"),
                calendarWith("holidayRegion", "ZH", "holidayCountry"),
                calendarWith(
                        "specialDays",
                        List.of(Map.of("date", "2026-02-30", "name", "x", "holiday", true, "hours", List.of())),
                        "specialDays[0].date"));
    }

    @ParameterizedTest
    @MethodSource("badCalendars")
    void a_bad_calendar_is_not_published(Map<String, Object> calendar, String field) {
        refused(() -> desk.manager.post(CALENDARS, calendar), field);
    }

    @Test
    void nor_is_a_bad_version_of_a_calendar() {
        noneIsTaken(badCalendars(), CALENDARS + "/CAL-standard");
    }

    private void noneIsTaken(Stream<Arguments> drafts, String address) {
        var again = desk.manager.with("If-Match", "\"0\"");
        stored.nothingBy(() -> drafts.map(draft -> again.put(address, draft.get()[0]))
                .map(answer -> answer.expect(400, "VALIDATION_FAILED"))
                .reduce((one, other) -> other)
                .orElseThrow());
    }

    private void refused(Supplier<Answer> request, String field) {
        var answer = stored.nothingBy(request).expect(400, "VALIDATION_FAILED");
        assertThat(answer.each("errors", "field")).as(answer.text()).containsExactly(field);
        assertThat(answer.text("errors.0.message")).isNotBlank();
    }

    @Test
    void a_region_is_one_of_its_country() {
        var calendar = calendar("09:00");
        calendar.put("holidayCountry", "CH");
        calendar.put("holidayRegion", "BY");
        refused(() -> desk.manager.post(CALENDARS, calendar), "holidayRegion");
        var known = desk.manager.get(CALENDARS + "/holiday-regions").expect(200);
        assertThat(known.each("items", "country")).contains("CH", "DE", "US");
        assertThat(known.each("items", "name")).contains("Switzerland");
    }

    @Test
    void whoever_is_named_must_be_there() {
        var policy = policyFor("CUS-none");
        stored.nothingBy(() -> desk.manager.post(POLICIES, policy)).expect(422, "REFERENCE_NOT_FOUND");
        var counted = List.of(target("RESPONSE", "HIGH", 30, "BUSINESS_MINUTES", "CAL-none"));
        stored.nothingBy(() -> desk.manager.post(POLICIES, policy(Map.of("customerId", acme), counted)))
                .expect(422, "REFERENCE_NOT_FOUND");
        for (var person : List.of("supervisorId", "managerId")) {
            for (var somebody : List.of(
                    "ACC-none", Desk.accountOf(desk.acmeAdmin), Desk.accountOf(desk.technician), deactivated())) {
                var handed = policyFor(acme);
                handed.put(person, somebody);
                stored.nothingBy(() -> desk.manager.post(POLICIES, handed)).expect(422, "REFERENCE_NOT_FOUND");
            }
        }
        stored.nothingBy(() -> desk.manager.put(CUSTOMERS + acme + "/sla-policy", Map.of("policyId", "SLA-none")))
                .expect(422, "REFERENCE_NOT_FOUND");
        refused(() -> desk.manager.put(CUSTOMERS + acme + "/plan", Map.of("plan", "Platinum")), "plan");
        refused(() -> desk.manager.put(CUSTOMERS + acme + "/plan", Map.of()), "plan");
        refused(() -> desk.manager.put(CUSTOMERS + acme + "/sla-policy", Map.of()), "policyId");
        stored.nothingBy(() -> desk.manager.put(CUSTOMERS + "CUS-none/plan", Map.of("plan", "Premium")))
                .expect(404, "NOT_FOUND");
    }

    private String deactivated() {
        var name = "gone-" + UUID.randomUUID().toString().substring(0, 8);
        var account = desk.admin
                .post(
                        "/api/v1/accounts",
                        Map.of(
                                "username",
                                name,
                                "displayName",
                                name,
                                "role",
                                "MANAGER",
                                "password",
                                "quick-quick-quick"))
                .expect(201)
                .id();
        desk.admin
                .post("/api/v1/accounts/" + account + "/deactivate", Map.of("reason", "Moved on"))
                .expect(204);
        return account;
    }

    @Test
    void hours_too_few_for_what_is_promised_are_refused_whichever_comes_last() {
        var seldom = calendar("Europe/Zurich", List.of(day("MONDAY", "09:00", "09:01")));
        var customer = Map.of("customerId", newcomer());
        var opensSeldom = desk.manager.post(CALENDARS, seldom).expect(201).id();
        var never = policy(customer, List.of(target("RESPONSE", "HIGH", 600, "BUSINESS_MINUTES", opensSeldom)));
        assertThat(stored.nothingBy(() -> desk.manager.post(POLICIES, never))
                        .expect(422, "INVALID_VALUE")
                        .text("detail"))
                .contains("targets[0]", "ten years", opensSeldom);
        var office = desk.manager.post(CALENDARS, calendar("09:00")).expect(201).id();
        var good = policy(customer, List.of(target("RESPONSE", "HIGH", 600, "BUSINESS_MINUTES", office)));
        var policy = desk.manager.post(POLICIES, good).expect(201).id();
        assertThat(stored.nothingBy(() -> desk.manager.with("If-Match", "\"0\"").put(CALENDARS + "/" + office, seldom))
                        .expect(409, "CALENDAR_IN_USE")
                        .text("detail"))
                .contains(policy, "ten years");
    }

    @Test
    void an_empty_scope_is_for_everybody_and_there_is_one_such_policy() {
        stored.nothingBy(() -> desk.manager.post(POLICIES, policy(Map.of(), List.of(GOOD))))
                .expect(409, "SLA_SCOPE_TAKEN");
        stored.nothingBy(() -> desk.manager.post(POLICIES, policy(Map.of("plan", "Premium"), List.of(GOOD))))
                .expect(409, "SLA_SCOPE_TAKEN");
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() {
        var mine = POLICIES + "/"
                + desk.manager.post(POLICIES, policyFor(newcomer())).expect(201).id();
        stored.nothingBy(() -> desk.manager.put(mine, policyFor(acme))).expect(428, "VERSION_REQUIRED");
        var customer = newcomer();
        desk.manager
                .with("If-Match", "\"0\"")
                .put(mine, policyFor(customer, 60))
                .expect(204);
        stored.nothingBy(() -> desk.manager.with("If-Match", "\"0\"").put(mine, policyFor(customer, 90)))
                .expect(412, "VERSION_CHANGED");
        stored.nothingBy(() -> desk.manager.put(CALENDARS + "/CAL-standard", calendar("09:00")))
                .expect(428, "VERSION_REQUIRED");
    }

    @Test
    void what_is_in_use_stays() {
        stored.nothingBy(() -> desk.manager.delete(CALENDARS + "/CAL-standard")).expect(409, "CALENDAR_IN_USE");
        var customer = newcomer();
        var policy =
                desk.manager.post(POLICIES, policyFor(customer)).expect(201).id();
        desk.manager
                .put(CUSTOMERS + customer + "/sla-policy", Map.of("policyId", policy))
                .expect(204);
        stored.nothingBy(() -> desk.manager.delete(POLICIES + "/" + policy)).expect(409, "SLA_POLICY_IN_USE");
        desk.manager
                .json("PUT", CUSTOMERS + customer + "/sla-policy", "{\"policyId\":null}")
                .expect(204);
        desk.manager.delete(POLICIES + "/" + policy).expect(204);
        stored.nothingBy(() -> desk.manager.with("If-Match", "\"1\"").put(POLICIES + "/" + policy, policyFor(customer)))
                .expect(409, "SLA_POLICY_RETIRED");
        stored.nothingBy(() -> desk.manager.put(CUSTOMERS + customer + "/sla-policy", Map.of("policyId", policy)))
                .expect(422, "REFERENCE_NOT_FOUND");
    }

    @Test
    void a_retired_calendar_is_there_for_nothing_new() {
        var calendar =
                desk.manager.post(CALENDARS, calendar("09:00")).expect(201).id();
        desk.manager.delete(CALENDARS + "/" + calendar).expect(204);
        var counted = List.of(target("RESPONSE", "HIGH", 30, "BUSINESS_MINUTES", calendar));
        stored.nothingBy(() -> desk.manager.post(POLICIES, policy(Map.of("customerId", acme), counted)))
                .expect(422, "REFERENCE_NOT_FOUND");
        stored.nothingBy(
                        () -> desk.manager.with("If-Match", "\"1\"").put(CALENDARS + "/" + calendar, calendar("08:00")))
                .expect(409, "CALENDAR_RETIRED");
    }

    @Test
    void what_is_something_else_is_not_found() {
        for (var id : List.of("SLA-none", "CAL-standard", acme, "TKT100001")) {
            stored.nothingBy(() -> desk.manager.with("If-Match", "\"0\"").put(POLICIES + "/" + id, policyFor(acme)))
                    .expect(404, "NOT_FOUND");
            stored.nothingBy(() -> desk.manager.delete(POLICIES + "/" + id)).expect(404, "NOT_FOUND");
        }
        for (var id : List.of("CAL-none", "SLA-standard", acme)) {
            stored.nothingBy(() -> desk.manager.with("If-Match", "\"0\"").put(CALENDARS + "/" + id, calendar("09:00")))
                    .expect(404, "NOT_FOUND");
        }
    }

    @Test
    void a_field_nobody_knows_is_refused() {
        var policy = policyFor(acme);
        policy.put("version", 7);
        stored.nothingBy(() -> desk.manager.post(POLICIES, policy)).expect(400, "UNKNOWN_FIELD");
    }

    private String newcomer() {
        return desk.manager
                .post("/api/v1/customers", Map.of("kind", "BUSINESS", "name", "Newcomers"))
                .expect(201)
                .id();
    }
}
