package dev.callout.query.audit;

import dev.callout.api.audit.AuditEventPage;
import dev.callout.api.audit.ListAuditEvents;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import dev.callout.query.http.Tables;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets auditors read all that ever happened: who did what, in which role, by which way, because of what, and when. */
@RestController
@RequestMapping("/api/v1/audit/events")
@Tag(name = "Audit")
class AuditController {

    private static final int EXPORTED_AT_A_TIME = 1_000;

    private final Asking asking;
    private final AuditExports exports;

    AuditController(Asking asking, AuditExports exports) {
        this.asking = asking;
        this.exports = exports;
    }

    @GetMapping
    @Operation(summary = "List events of all kinds; as application/x-ndjson or text/csv, all that match at once")
    Listing<AuditEventPage.Line> list(@ParameterObject AuditParameters parameters) {
        var newestFirst = parameters.newestFirst(true);
        var list = "audit events " + newestFirst;
        var page = asking.ask(
                new ListAuditEvents(
                        parameters.filter(),
                        newestFirst,
                        true,
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                AuditEventPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    @GetMapping(produces = AuditExports.JSON_LINES)
    @Operation(summary = "Export events, one JSON object a line")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = AuditExports.JSON_LINES, schema = @Schema(type = "string")))
    void jsonLines(@ParameterObject AuditParameters parameters, HttpServletResponse response) throws IOException {
        exports.jsonLines(pages(parameters, true), response);
    }

    @GetMapping(produces = Tables.CSV)
    @Operation(summary = "Export events as a table, without what they say")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Tables.CSV, schema = @Schema(type = "string")))
    void table(@ParameterObject AuditParameters parameters, HttpServletResponse response) throws IOException {
        exports.table(pages(parameters, false), response);
    }

    private AuditExports.Pages pages(AuditParameters parameters, boolean payload) {
        var filter = parameters.requireNoPage().filter();
        var newestFirst = parameters.newestFirst(false);
        return after -> asking.ask(
                new ListAuditEvents(filter, newestFirst, payload, EXPORTED_AT_A_TIME, after, false),
                AuditEventPage.class);
    }
}
