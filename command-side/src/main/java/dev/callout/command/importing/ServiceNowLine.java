package dev.callout.command.importing;

import jakarta.validation.constraints.Positive;

/**
 * One row of a ServiceNow export, in ServiceNow's own words: how an incident stood at one moment. {@code ?} and null
 * both say that something is not known.
 *
 * @param position the how manieth row of its incident this is, from 1
 * @param resolutionStands whether no later row of the incident is open again: only then do {@code resolvedAt} and
 *     {@code resolvedBy} speak of this row
 */
record ServiceNowLine(
        String number,
        @Positive int position,
        boolean resolutionStands,
        String incidentState,
        String callerId,
        String openedBy,
        String openedAt,
        String sysUpdatedAt,
        String contactType,
        String location,
        String category,
        String subcategory,
        String symptom,
        String cmdbCi,
        String priority,
        String assignmentGroup,
        String assignedTo,
        String closedCode,
        String resolvedBy,
        String resolvedAt,
        String closedAt) {}
