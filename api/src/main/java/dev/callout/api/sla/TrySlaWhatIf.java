package dev.callout.api.sla;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;
import java.util.List;

/**
 * Begin to replay the past with other terms, which changes nothing; refused while another replay is under way. Asked for
 * again, it is the same replay.
 *
 * @param whatIfId what the replay will go by
 * @param policyId whose terms are replaced, in every version; null if policies stay as they are
 * @param policy by what; null for the newest version of that policy
 * @param calendars those that are replaced, in every version
 */
@AllowedTo({MANAGER, ANALYST})
public record TrySlaWhatIf(
        String whatIfId,
        String requestedBy,
        String policyId,
        SlaPolicyDraft policy,
        List<CalendarChange> calendars,
        SlaReportFilter filter) {

    public TrySlaWhatIf {
        calendars = calendars == null ? List.of() : List.copyOf(calendars);
    }

    /** A calendar and what takes its place. */
    public record CalendarChange(String calendarId, WorkCalendarDraft draft) {}
}
