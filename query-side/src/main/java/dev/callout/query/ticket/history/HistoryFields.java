package dev.callout.query.ticket.history;

import dev.callout.api.sla.SlaPromise;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.WorkState;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fields of an event that its history needs, with how things stood before. What people wrote stays out. */
final class HistoryFields {

    private static final Set<String> LEFT_OUT = Set.of(
            "ticketId", "occurredAt", "body", "title", "description", "comment", "sha256", "before", "handedBackIds");

    private HistoryFields() {}

    /** {@code before} is null for the first event. */
    static Map<String, String> of(TicketEvent event, WorkState before, WorkState after) {
        var fields = new TreeMap<String, String>();
        for (var component : event.getClass().getRecordComponents()) {
            if (component.getType() == SlaPromise.class) {
                promised(fields, (SlaPromise) read(component, event));
            } else if (!LEFT_OUT.contains(component.getName())
                    && !component.getType().isRecord()) {
                put(fields, component.getName(), read(component, event));
            }
        }
        if (before != null) {
            put(fields, "fromTechnicianId", before.technicianId());
            put(fields, "fromTeamId", before.teamId());
            put(fields, "fromPriority", before.priority());
            put(fields, "fromStatus", before.status());
        }
        put(fields, "toStatus", after.status());
        return fields;
    }

    /** What was told then stays told, whatever came of it. */
    private static void promised(Map<String, String> fields, SlaPromise promise) {
        if (promise != null) {
            put(fields, "policyId", promise.policyId());
            put(fields, "policyVersion", promise.policyVersion());
            put(fields, "responseDueAt", promise.responseDueAt());
            put(fields, "arrivalDueAt", promise.arrivalDueAt());
            put(fields, "resolutionDueAt", promise.resolutionDueAt());
        }
    }

    private static void put(Map<String, String> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private static Object read(RecordComponent component, TicketEvent event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
