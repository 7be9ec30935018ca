package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;
import java.util.List;
import java.util.Optional;

/** Finds the policy for a ticket: the most specific of those whose scope it fits, in its newest version. */
public interface SlaChoice {

    /** None if no policy is for such tickets. */
    Optional<Chosen> choose(String customerId, Priority priority, String category);

    /** That policy in its newest version, whatever its scope; none if it was never there or is retired. */
    Optional<Chosen> newest(String policyId);

    /** A version of a policy with the versions of its calendars that count from now on. */
    record Chosen(String policyId, int policyVersion, List<CalendarVersion> calendars) {}
}
