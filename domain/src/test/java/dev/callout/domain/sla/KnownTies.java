package dev.callout.domain.sla;

import dev.callout.api.sla.SlaScope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How things hang together in a test. */
class KnownTies implements SlaTies {

    final Set<String> calendars = new HashSet<>(Set.of("CAL-1"));
    final Map<String, String> policyByCalendar = new HashMap<>();
    final Map<SlaScope, String> policyByScope = new HashMap<>();
    final Set<String> assigned = new HashSet<>();

    @Override
    public boolean hasCalendar(String calendarId) {
        return calendars.contains(calendarId);
    }

    @Override
    public Optional<String> policyBy(String calendarId) {
        return Optional.ofNullable(policyByCalendar.get(calendarId));
    }

    @Override
    public Optional<String> policyFor(SlaScope scope) {
        return Optional.ofNullable(policyByScope.get(scope));
    }

    @Override
    public boolean isAssigned(String policyId) {
        return assigned.contains(policyId);
    }
}
