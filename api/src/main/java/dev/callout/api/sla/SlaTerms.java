package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;
import java.time.Instant;
import java.util.List;

/**
 * Under which terms a ticket stands from a moment on.
 *
 * @param calendars the version of each calendar that the policy names
 * @param changedBy the account that changed them; null when the ticket was raised with them
 */
public record SlaTerms(
        Instant from,
        String policyId,
        int policyVersion,
        List<CalendarVersion> calendars,
        Priority priority,
        PromiseCause cause,
        String changedBy,
        SlaSwitch startedBy) {}
