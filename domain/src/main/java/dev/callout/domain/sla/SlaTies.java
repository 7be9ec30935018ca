package dev.callout.domain.sla;

import dev.callout.api.sla.SlaScope;
import java.util.Optional;

/**
 * How calendars, policies and customers hang together at the moment. Whoever has asked is the only one to change it,
 * until the command is done.
 */
public interface SlaTies {

    /** Whether policies may count by it: it was published and is not retired. */
    boolean hasCalendar(String calendarId);

    /** A policy for new tickets that counts by the calendar. */
    Optional<String> policyBy(String calendarId);

    /** The policy for new tickets with exactly this scope. */
    Optional<String> policyFor(SlaScope scope);

    /** Whether some customer's tickets all follow the policy. */
    boolean isAssigned(String policyId);
}
