package dev.callout.domain.sla;

import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.WorkCalendar;
import java.util.List;
import java.util.Optional;

/**
 * How calendars, policies and customers hang together at the moment. Whoever has asked is the only one to change it,
 * until the command is done.
 */
public interface SlaTies {

    /** A calendar that policies may count by, in its newest version; none if it was never published or is retired. */
    Optional<WorkCalendar> calendar(String calendarId);

    /** The policies for new tickets that count by the calendar, each in its newest version. */
    List<SlaPolicy> policiesBy(String calendarId);

    /** The policy for new tickets with exactly this scope. */
    Optional<String> policyFor(SlaScope scope);

    /** Whether some customer's tickets all follow the policy. */
    boolean isAssigned(String policyId);
}
