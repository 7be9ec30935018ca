package dev.callout.command.importing;

import dev.callout.api.ticket.TicketStatus;
import jakarta.validation.constraints.Positive;

/**
 * One row of an export, in the exporting help desk's own words: how an incident stood at one moment. Null, a blank and
 * {@code ?} all say that something is not known.
 *
 * @param position the number of this row within its incident, from 1; null: how it stands after all that is known of it
 * @param resolutionStands whether no later row of the incident is open again: only then do {@code resolvedAt} and
 *     {@code resolvedBy} speak of this row
 * @param status what {@code incidentState} means here, if the sender's mapping says so
 */
record ServiceNowLine(
        String number,
        @Positive Integer position,
        boolean resolutionStands,
        String incidentState,
        TicketStatus status,
        String holdReason,
        String callerId,
        String openedBy,
        String openedAt,
        String sysUpdatedAt,
        String contactType,
        String location,
        String category,
        String subcategory,
        String symptom,
        String shortDescription,
        String description,
        String cmdbCi,
        String priority,
        String assignmentGroup,
        String assignedTo,
        String closedCode,
        String resolvedBy,
        String resolvedAt,
        String closedAt) {

    ServiceNowLine {
        number = known(number);
        incidentState = known(incidentState);
        holdReason = known(holdReason);
        callerId = known(callerId);
        openedBy = known(openedBy);
        openedAt = known(openedAt);
        sysUpdatedAt = known(sysUpdatedAt);
        contactType = known(contactType);
        location = known(location);
        category = known(category);
        subcategory = known(subcategory);
        symptom = known(symptom);
        shortDescription = known(shortDescription);
        description = known(description);
        cmdbCi = known(cmdbCi);
        priority = known(priority);
        assignmentGroup = known(assignmentGroup);
        assignedTo = known(assignedTo);
        closedCode = known(closedCode);
        resolvedBy = known(resolvedBy);
        resolvedAt = known(resolvedAt);
        closedAt = known(closedAt);
    }

    private static String known(String value) {
        var text = value == null ? "" : value.strip();
        return text.isEmpty() || text.equals("?") ? null : text;
    }

    ServiceNowLine at(int position) {
        return new ServiceNowLine(
                number,
                position,
                resolutionStands,
                incidentState,
                status,
                holdReason,
                callerId,
                openedBy,
                openedAt,
                sysUpdatedAt,
                contactType,
                location,
                category,
                subcategory,
                symptom,
                shortDescription,
                description,
                cmdbCi,
                priority,
                assignmentGroup,
                assignedTo,
                closedCode,
                resolvedBy,
                resolvedAt,
                closedAt);
    }
}
