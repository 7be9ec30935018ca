package dev.callout.domain.sla;

import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.WorkCalendar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How things hang together in a test. */
class KnownTies implements SlaTies {

    final Map<String, WorkCalendar> calendars = new HashMap<>(
            Map.of("CAL-1", Drafts.published(1, Drafts.calendar(9)).calendar()));
    final List<SlaPolicy> policies = new ArrayList<>();
    final Map<SlaScope, String> policyByScope = new HashMap<>();
    final Set<String> assigned = new HashSet<>();

    @Override
    public Optional<WorkCalendar> calendar(String calendarId) {
        return Optional.ofNullable(calendars.get(calendarId));
    }

    @Override
    public List<SlaPolicy> policiesBy(String calendarId) {
        return policies.stream()
                .filter(policy -> policy.targets().stream().anyMatch(target -> calendarId.equals(target.calendarId())))
                .toList();
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
