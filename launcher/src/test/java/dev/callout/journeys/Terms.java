package dev.callout.journeys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Policies and calendars as a manager would publish them. */
public final class Terms {

    public static final String POLICIES = "/api/v1/service-desk/sla-policies";
    public static final String CALENDARS = "/api/v1/service-desk/calendars";

    private Terms() {}

    public static Map<String, Object> policyFor(String customerId) {
        return policyFor(customerId, 30);
    }

    public static Map<String, Object> policyFor(String customerId, int minutes) {
        return policy(Map.of("customerId", customerId), List.of(target("RESPONSE", "HIGH", minutes, "MINUTES", null)));
    }

    public static Map<String, Object> policy(Map<String, ?> scope, List<Map<String, Object>> targets) {
        return new HashMap<>(Map.of("name", "Terms", "scope", scope, "targets", targets));
    }

    public static Map<String, Object> target(
            String clock, String priority, long amount, String unit, String calendarId) {
        var target = new HashMap<String, Object>(
                Map.of("clock", clock, "priority", priority, "amount", amount, "unit", unit));
        target.put("calendarId", calendarId);
        return target;
    }

    public static Map<String, Object> calendar(String opensAt) {
        return calendar("Europe/Zurich", List.of(day("MONDAY", opensAt, "18:00")));
    }

    public static Map<String, Object> calendar(String zone, List<?> week) {
        return new HashMap<>(Map.of("name", "Office", "zone", zone, "week", week));
    }

    public static Map<String, Object> day(String day, String from, String until) {
        return Map.of("day", day, "hours", List.of(Map.of("from", from, "until", until)));
    }
}
