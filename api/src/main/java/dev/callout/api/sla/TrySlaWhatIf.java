package dev.callout.api.sla;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;
import java.util.List;

/**
 * Begins to replay the past with other terms, which changes nothing; refused while that is under way.
 *
 * @param policy takes the place of every version of the policy with its id; null if policies stay
 * @param calendars take the place of every version of the calendars with their ids
 */
@AllowedTo({MANAGER, ANALYST})
public record TrySlaWhatIf(String requestedBy, SlaPolicy policy, List<WorkCalendar> calendars, SlaReportFilter filter) {

    public TrySlaWhatIf {
        calendars = calendars == null ? List.of() : List.copyOf(calendars);
    }
}
