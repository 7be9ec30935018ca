package dev.callout.command.sla;

import dev.callout.api.sla.PublishWorkCalendar;
import dev.callout.api.sla.RetireWorkCalendar;
import dev.callout.api.sla.ReviseWorkCalendar;
import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.WorkCalendarCommand;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.command.order.Answers;
import dev.callout.command.order.Answers.Created;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Rights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the hours by which time is counted. */
@RestController
@RequestMapping(WorkCalendarController.CALENDARS)
@Tag(name = "Work calendars")
class WorkCalendarController {

    static final String CALENDARS = "/api/v1/service-desk/calendars";

    private static final String PREFIX = "CAL-";

    private final Orders orders;
    private final NamedHolidays holidays;

    WorkCalendarController(Orders orders, NamedHolidays holidays) {
        this.orders = orders;
        this.holidays = holidays;
    }

    @PostMapping
    @Operation(summary = "Publish a new calendar")
    ResponseEntity<Created> publish(@RequestBody WorkCalendarDraft draft, OrderHead head) {
        var id = head.newId(PREFIX);
        var command = command(draft, head, days -> new PublishWorkCalendar(id, draft, days));
        return Answers.created(CALENDARS, orders.send(head.with(draft), id, command));
    }

    @PutMapping("/{calendarId}")
    @Operation(summary = "Publish the next version of a calendar; needs If-Match. What counts by an earlier one stays")
    ResponseEntity<Void> revise(@PathVariable String calendarId, @RequestBody WorkCalendarDraft draft, OrderHead head) {
        var command = command(draft, head, days -> new ReviseWorkCalendar(calendarId, draft, days));
        if (head.expectedVersion() == null) {
            throw new ProblemException(ProblemCode.VERSION_REQUIRED);
        }
        return Answers.done(orders.send(head.with(draft), calendarId, command));
    }

    /** Whoever may not send it learns nothing of what is wrong with the calendar. */
    private WorkCalendarCommand command(
            WorkCalendarDraft draft, OrderHead head, Function<List<SpecialDay>, WorkCalendarCommand> with) {
        Rights.require(head.actor(), with.apply(List.of()));
        SlaWords.requireNoFlaws(draft.flaws());
        return with.apply(holidays.of(draft));
    }

    @GetMapping("/holiday-regions")
    @Operation(summary = "List the countries and regions whose holidays are known")
    NamedHolidays.Regions regions() {
        return holidays.regions();
    }

    @DeleteMapping("/{calendarId}")
    @Operation(summary = "Offer a calendar no longer; what counts by it goes on doing so")
    ResponseEntity<Void> retire(@PathVariable String calendarId, OrderHead head) {
        return Answers.done(orders.send(head.with("retire"), calendarId, new RetireWorkCalendar(calendarId)));
    }
}
