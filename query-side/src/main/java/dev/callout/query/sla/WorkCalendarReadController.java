package dev.callout.query.sla;

import dev.callout.api.sla.FindWorkCalendar;
import dev.callout.api.sla.ListWorkCalendars;
import dev.callout.api.sla.WorkCalendarDetails;
import dev.callout.api.sla.WorkCalendarPage;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import dev.callout.query.http.ReadsFrom;
import dev.callout.query.http.TextListParameters;
import dev.callout.query.http.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets staff read by which hours time counts, now and in every version before. */
@RestController
@RequestMapping("/api/v1/service-desk/calendars")
@Tag(name = "Work calendars")
class WorkCalendarReadController {

    private static final String LIST = "calendars";

    private final Asking asking;

    WorkCalendarReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    @Operation(summary = "List calendars by name, each in its newest version")
    @ReadsFrom(View.WORK_CALENDARS)
    Listing<WorkCalendarPage.Line> list(@ParameterObject TextListParameters parameters) {
        var page = asking.ask(
                new ListWorkCalendars(
                        parameters.text(),
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(LIST, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                WorkCalendarPage.class);
        return asking.listing(LIST, page.items(), page.next(), page.total());
    }

    @GetMapping("/{calendarId}")
    @Operation(summary = "Read one calendar in its newest version")
    @ReadsFrom(View.WORK_CALENDARS)
    ResponseEntity<WorkCalendarDetails> find(@PathVariable String calendarId) {
        return answer(new FindWorkCalendar(calendarId, null));
    }

    @GetMapping("/{calendarId}/versions/{version}")
    @Operation(summary = "Read one calendar as it was in one of its versions")
    @ReadsFrom(View.WORK_CALENDARS)
    ResponseEntity<WorkCalendarDetails> find(@PathVariable String calendarId, @PathVariable int version) {
        return answer(new FindWorkCalendar(calendarId, version));
    }

    private ResponseEntity<WorkCalendarDetails> answer(FindWorkCalendar question) {
        var found = asking.ask(question, WorkCalendarDetails.class);
        return ResponseEntity.ok().eTag("\"" + found.streamVersion() + "\"").body(found);
    }
}
