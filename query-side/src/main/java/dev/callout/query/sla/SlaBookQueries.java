package dev.callout.query.sla;

import static dev.callout.query.sql.Columns.constant;

import dev.callout.api.customer.CustomerKind;
import dev.callout.api.sla.FindSlaPolicy;
import dev.callout.api.sla.FindWorkCalendar;
import dev.callout.api.sla.ListSlaPolicies;
import dev.callout.api.sla.ListWorkCalendars;
import dev.callout.api.sla.SlaPolicyDetails;
import dev.callout.api.sla.SlaPolicyPage;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.WorkCalendarDetails;
import dev.callout.api.sla.WorkCalendarPage;
import dev.callout.api.sla.WorkCalendarPublished;
import dev.callout.api.ticket.Priority;
import dev.callout.query.past.Past;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what we promise, and by which hours. Lists come out of the view, a single thing out of its own events. */
@Component
class SlaBookQueries {

    private static final Keyset POLICIES_BY_NAME =
            Keyset.of("name", false, new Column("name", Kind.TEXT), new Column("policy_id", Kind.TEXT));
    private static final Keyset CALENDARS_BY_NAME =
            Keyset.of("name", false, new Column("name", Kind.TEXT), new Column("calendar_id", Kind.TEXT));

    private final PageReader pages;
    private final Past past;

    SlaBookQueries(PageReader pages, Past past) {
        this.pages = pages;
        this.past = past;
    }

    @QueryHandler
    SlaPolicyPage handle(ListSlaPolicies query) {
        var page = pages.read(
                "sla_policy",
                "SELECT * FROM page",
                new Where().words("search_text", query.text()),
                POLICIES_BY_NAME,
                query.pageSize(),
                query.after(),
                query.count(),
                SlaBookQueries::policy);
        return new SlaPolicyPage(page.items(), page.next(), page.total());
    }

    private static SlaPolicyPage.Line policy(ResultSet row) throws SQLException {
        return new SlaPolicyPage.Line(
                row.getString("policy_id"),
                row.getString("name"),
                row.getInt("published"),
                new SlaScope(
                        row.getString("customer_id"),
                        constant(row, "customer_kind", CustomerKind.class),
                        row.getString("plan"),
                        constant(row, "priority", Priority.class),
                        row.getString("category")),
                row.getBoolean("retired"));
    }

    @QueryHandler
    WorkCalendarPage handle(ListWorkCalendars query) {
        var page = pages.read(
                "sla_calendar",
                "SELECT * FROM page",
                new Where().words("search_text", query.text()),
                CALENDARS_BY_NAME,
                query.pageSize(),
                query.after(),
                query.count(),
                SlaBookQueries::calendar);
        return new WorkCalendarPage(page.items(), page.next(), page.total());
    }

    private static WorkCalendarPage.Line calendar(ResultSet row) throws SQLException {
        return new WorkCalendarPage.Line(
                row.getString("calendar_id"),
                row.getString("name"),
                row.getInt("published"),
                row.getString("zone"),
                row.getString("holiday_country"),
                row.getString("holiday_region"),
                row.getBoolean("retired"));
    }

    @QueryHandler
    SlaPolicyDetails handle(FindSlaPolicy query) {
        var versions = Versions.in(past.story(query.policyId()), SlaPolicyPublished.class);
        return new SlaPolicyDetails(
                versions.get(query.version()).policy(), versions.retired(), versions.publications(), versions.last());
    }

    @QueryHandler
    WorkCalendarDetails handle(FindWorkCalendar query) {
        var versions = Versions.in(past.story(query.calendarId()), WorkCalendarPublished.class);
        var calendar = versions.get(query.version());
        return new WorkCalendarDetails(
                calendar.calendarId(),
                calendar.version(),
                calendar.name(),
                calendar.zone(),
                calendar.week(),
                calendar.specialDays(),
                calendar.holidayCountry(),
                calendar.holidayRegion(),
                calendar.holidays(),
                calendar.calendar().holidaysUntil().orElse(null),
                versions.retired(),
                versions.publications(),
                versions.last());
    }
}
