package dev.callout.command.importing;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Lines for tests: an ordinary one, but for what a test says. */
final class Lines {

    private static final JsonMapper JSON = new JsonMapper();

    private Lines() {}

    /** {@code changes} are a name and a value in turn. */
    static ServiceNowLine line(Object... changes) {
        var fields = new HashMap<String, Object>(Map.ofEntries(
                Map.entry("number", "INC0000045"),
                Map.entry("position", 1),
                Map.entry("resolutionStands", false),
                Map.entry("incidentState", "New"),
                Map.entry("callerId", "Caller 2403"),
                Map.entry("openedBy", "Opened by  8"),
                Map.entry("openedAt", "29-02-2016 01:16"),
                Map.entry("sysUpdatedAt", "29-02-2016 01:23"),
                Map.entry("contactType", "Phone"),
                Map.entry("location", "Location 143"),
                Map.entry("category", "Category 55"),
                Map.entry("subcategory", "Subcategory 170"),
                Map.entry("symptom", "Symptom 72"),
                Map.entry("cmdbCi", "?"),
                Map.entry("priority", "3 - Moderate"),
                Map.entry("assignmentGroup", "Group 56"),
                Map.entry("assignedTo", "Resolver 12"),
                Map.entry("closedCode", "code 5"),
                Map.entry("resolvedBy", "Resolved by 149"),
                Map.entry("resolvedAt", "29-02-2016 11:29"),
                Map.entry("closedAt", "05-03-2016 12:00")));
        for (var i = 0; i < changes.length; i += 2) {
            fields.put((String) changes[i], changes[i + 1]);
        }
        return JSON.convertValue(fields, ServiceNowLine.class);
    }
}
