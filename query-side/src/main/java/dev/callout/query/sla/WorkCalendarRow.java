package dev.callout.query.sla;

import dev.callout.api.sla.WorkCalendarPublished;
import dev.callout.query.projection.Row;
import dev.callout.query.projection.SearchText;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A calendar in its newest version, as far as a list shows it. */
@Entity
@Table(name = "sla_calendar")
class WorkCalendarRow extends Row<String> {

    private @Id String calendarId;
    private String name;
    private int published;
    private String zone;
    private String holidayCountry;
    private String holidayRegion;
    private boolean retired;
    private String searchText;
    private long version;

    protected WorkCalendarRow() {}

    WorkCalendarRow(String calendarId) {
        this.calendarId = calendarId;
    }

    WorkCalendarRow publish(WorkCalendarPublished event, long version) {
        name = event.name();
        published = event.version();
        zone = event.zone();
        holidayCountry = event.holidayCountry();
        holidayRegion = event.holidayRegion();
        searchText = SearchText.of(name);
        this.version = version;
        return this;
    }

    void retire(long version) {
        retired = true;
        this.version = version;
    }

    @Override
    public String getId() {
        return calendarId;
    }
}
