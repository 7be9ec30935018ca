package dev.callout.api.sla;

import java.time.Instant;
import java.util.List;

/**
 * What is promised for a ticket: under which policy, and until when if no clock pauses.
 *
 * @param calendars the version of each calendar that the policy names
 * @param responseDueAt null if nothing is promised, and so the others
 * @param arrivalDueAt null also while nobody has to go there
 * @param resolutionDueAt of the cycle that runs
 */
public record SlaPromise(
        String policyId,
        int policyVersion,
        List<CalendarVersion> calendars,
        Instant responseDueAt,
        Instant arrivalDueAt,
        Instant resolutionDueAt) {}
