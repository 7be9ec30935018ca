package dev.callout.query.sla;

import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaPolicyRetired;
import dev.callout.api.sla.WorkCalendarPublished;
import dev.callout.api.sla.WorkCalendarRetired;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

/** The policies and calendars there are, to choose from. */
@Component
@ProcessingGroup("projection-sla-book")
class SlaBookProjection implements Projection {

    private final SlaPolicyRows policies;
    private final WorkCalendarRows calendars;

    SlaBookProjection(SlaPolicyRows policies, WorkCalendarRows calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    @EventHandler
    void on(SlaPolicyPublished event, @SequenceNumber long version) {
        var row = event.version() == 1
                ? new SlaPolicyRow(event.policyId())
                : policies.findById(event.policyId()).orElseThrow();
        policies.save(row.publish(event, version));
    }

    @EventHandler
    void on(SlaPolicyRetired event, @SequenceNumber long version) {
        policies.findById(event.policyId()).orElseThrow().retire(version);
    }

    @EventHandler
    void on(WorkCalendarPublished event, @SequenceNumber long version) {
        var row = event.version() == 1
                ? new WorkCalendarRow(event.calendarId())
                : calendars.findById(event.calendarId()).orElseThrow();
        calendars.save(row.publish(event, version));
    }

    @EventHandler
    void on(WorkCalendarRetired event, @SequenceNumber long version) {
        calendars.findById(event.calendarId()).orElseThrow().retire(version);
    }

    @Override
    public List<String> tables() {
        return List.of("sla_policy", "sla_calendar");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of();
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(SlaPolicyRow.class, "policy_id = ANY(?1)", WorkCalendarRow.class, "calendar_id = ANY(?1)");
    }
}
