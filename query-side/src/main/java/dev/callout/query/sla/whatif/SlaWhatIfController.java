package dev.callout.query.sla.whatif;

import dev.callout.api.sla.FindSlaWhatIf;
import dev.callout.api.sla.Flaw;
import dev.callout.api.sla.ListSlaFlips;
import dev.callout.api.sla.ListSlaWhatIfs;
import dev.callout.api.sla.SlaFlipPage;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaReportFilter;
import dev.callout.api.sla.SlaWhatIf;
import dev.callout.api.sla.SlaWhatIfBegun;
import dev.callout.api.sla.SlaWhatIfPage;
import dev.callout.api.sla.TrySlaWhatIf;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.api.ticket.Priority;
import dev.callout.platform.http.CalloutHeaders;
import dev.callout.platform.http.FieldProblem;
import dev.callout.platform.http.IdempotencyKey;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Rights;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets managers try other terms on what really happened. Nothing live changes. */
@RestController
@RequestMapping(SlaWhatIfController.WHAT_IFS)
@Tag(name = "Promises")
class SlaWhatIfController {

    static final String WHAT_IFS = "/api/v1/service-desk/sla-what-ifs";

    private static final String LIST = "sla-what-ifs";

    /**
     * What to try, on the tickets that were raised in a period.
     *
     * @param policyId whose terms are replaced; without a {@code policy} by its own newest version
     */
    record WhatIfBody(
            @Size(max = 100) String policyId,
            SlaPolicyDraft policy,
            @Size(max = 20) List<@NotNull @Valid CalendarBody> calendars,
            @NotNull Instant from,
            @NotNull Instant until,
            @Size(max = 100) String customerId,
            Priority priority,
            @Size(max = 100) String category,
            @Size(max = 100) String teamId) {

        SlaReportFilter filter() {
            return new SlaReportFilter(from, until, customerId, priority, category, teamId);
        }

        List<TrySlaWhatIf.CalendarChange> changes() {
            return calendars == null
                    ? List.of()
                    : calendars.stream()
                            .map(body -> new TrySlaWhatIf.CalendarChange(body.calendarId(), body.calendar()))
                            .toList();
        }
    }

    /** A calendar and what takes its place. */
    record CalendarBody(
            @NotBlank @Size(max = 100) String calendarId,
            @NotNull WorkCalendarDraft calendar) {}

    /** How lists are read page by page. */
    record PageParameters(String pageSize, String after, String count) {}

    private final Asking asking;

    SlaWhatIfController(Asking asking) {
        this.asking = asking;
    }

    @PostMapping
    @Operation(summary = "Begin to replay what happened with other terms: a policy, calendars, or both")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<SlaWhatIf> begin(@Valid @RequestBody WhatIfBody body, HttpServletRequest http) {
        var request = new TrySlaWhatIf(
                IdempotencyKey.newId(IdempotencyKey.of(http), "WIF-"),
                asking.actor().accountId(),
                body.policyId(),
                body.policy(),
                body.changes(),
                body.filter());
        Rights.require(asking.actor(), request); // whoever may not ask hears nothing of what is wrong with it
        requireNoFlaws(body);
        var begun = asking.ask(request, SlaWhatIfBegun.class);
        var answer = ResponseEntity.accepted()
                .location(URI.create(WHAT_IFS + "/" + begun.whatIf().id()));
        if (begun.before()) {
            answer.header(CalloutHeaders.IDEMPOTENCY_REPLAYED, "true");
        }
        return answer.body(begun.whatIf());
    }

    /** What could not be published can't be tried either. */
    private static void requireNoFlaws(WhatIfBody body) {
        var problems = new ArrayList<FieldProblem>();
        if (!body.from().isBefore(body.until())) {
            problems.add(new FieldProblem("until", "OUT_OF_RANGE", "must be after 'from'"));
        }
        if (body.policy() != null) {
            add(problems, "policy.", body.policy().flaws());
        }
        for (var i = 0; i < body.changes().size(); i++) {
            add(
                    problems,
                    "calendars[" + i + "].calendar.",
                    body.changes().get(i).draft().flaws());
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemCode.VALIDATION_FAILED, null, problems);
        }
    }

    private static void add(List<FieldProblem> problems, String where, List<Flaw> flaws) {
        flaws.forEach(flaw -> problems.add(new FieldProblem(where + flaw.field(), flaw.code(), flaw.message())));
    }

    @GetMapping
    @Operation(summary = "List the replays, the newest first; the last 20 are kept")
    Listing<SlaWhatIf> list(@ParameterObject PageParameters parameters) {
        var page = asking.ask(
                new ListSlaWhatIfs(
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(LIST, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                SlaWhatIfPage.class);
        return asking.listing(LIST, page.items(), page.next(), page.total());
    }

    @GetMapping("/{whatIfId}")
    @Operation(summary = "Read how far a replay is: compliance and penalties before and after")
    SlaWhatIf find(@PathVariable String whatIfId) {
        return asking.ask(new FindSlaWhatIf(whatIfId), SlaWhatIf.class);
    }

    @GetMapping("/{whatIfId}/flips")
    @Operation(summary = "List the verdicts that would be others")
    Listing<SlaFlipPage.Flip> flips(@PathVariable String whatIfId, @ParameterObject PageParameters parameters) {
        var list = "flips of " + whatIfId;
        var page = asking.ask(
                new ListSlaFlips(
                        whatIfId,
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                SlaFlipPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }
}
