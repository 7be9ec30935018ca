package dev.callout.query.sla.report;

import dev.callout.api.sla.AnalyzeSlaBreaches;
import dev.callout.api.sla.CompareCustomersBySla;
import dev.callout.api.sla.CompareTechniciansBySla;
import dev.callout.api.sla.CountCustomerSlaCompliance;
import dev.callout.api.sla.CountSlaCompliance;
import dev.callout.api.sla.SlaBreachPage;
import dev.callout.api.sla.SlaComparison;
import dev.callout.api.sla.SlaCompliance;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.MomentParameters;
import dev.callout.query.http.ReadsFrom;
import dev.callout.query.http.Tables;
import dev.callout.query.http.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how well promises were kept: to look at, or as a table to go on with. */
@RestController
@RequestMapping("/api/v1/service-desk/sla-reports")
@Tag(name = "Promises")
class SlaReportController {

    /** How broken promises are read page by page. */
    record PageParameters(String pageSize, String after) {}

    private static final String BREACHES = "sla breaches";
    private static final int EXPORTED_AT_A_TIME = 1_000;

    private final Asking asking;

    SlaReportController(Asking asking) {
        this.asking = asking;
    }

    @ReadsFrom(value = View.SLA_TRACKING, asOf = View.SLA_TRACKING)
    @GetMapping(path = "/compliance", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read how well promises were kept, by month or week, priority, category and team; also text/csv."
                    + " A customer's administrator reads the company's own")
    SlaCompliance compliance(
            @ParameterObject ReportParameters parameters,
            @ParameterObject TrendParameters trend,
            @ParameterObject MomentParameters then) {
        var actor = asking.actor();
        var filter = parameters.filter(then.moment());
        if (actor.role().isCustomer()) {
            if (filter.customerId() != null || filter.teamId() != null) {
                throw Filters.invalid("Your own compliance can be narrowed by priority and category.");
            }
            return asking.ask(
                    new CountCustomerSlaCompliance(
                            actor.customerId(), filter, trend.length(), trend.zoneOrUtc(), then.moment()),
                    SlaCompliance.class);
        }
        return asking.ask(
                new CountSlaCompliance(filter, trend.length(), trend.zoneOrUtc(), then.moment()), SlaCompliance.class);
    }

    @ReadsFrom(value = View.SLA_TRACKING, asOf = View.SLA_TRACKING)
    @GetMapping(path = "/compliance", produces = Tables.CSV)
    @Operation(summary = "Read how well promises were kept as a table: a line for each group of tickets and promise")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Tables.CSV, schema = @Schema(type = "string")))
    void complianceTable(
            @ParameterObject ReportParameters parameters,
            @ParameterObject TrendParameters trend,
            @ParameterObject MomentParameters then,
            HttpServletResponse response)
            throws IOException {
        SlaTables.compliance(compliance(parameters, trend, then), response);
    }

    @ReadsFrom(value = View.SLA_TRACKING, asOf = View.SLA_TRACKING)
    @GetMapping(path = "/breaches", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List broken promises with what broke them, after a summary of all of them; also text/csv")
    SlaBreachPage breaches(
            @ParameterObject ReportParameters parameters,
            @ParameterObject PageParameters page,
            @ParameterObject MomentParameters then) {
        var after = asking.open(then.nameOf(BREACHES), page.after());
        var answer = asking.ask(
                new AnalyzeSlaBreaches(
                        parameters.filter(then.moment()),
                        after == null,
                        Filters.pageSize(page.pageSize()),
                        after,
                        then.moment()),
                SlaBreachPage.class);
        var listing = asking.listing(then.nameOf(BREACHES), answer.items(), answer.next(), null);
        return new SlaBreachPage(answer.summary(), listing.items(), listing.next());
    }

    @ReadsFrom(value = View.SLA_TRACKING, asOf = View.SLA_TRACKING)
    @GetMapping(path = "/breaches", produces = Tables.CSV)
    @Operation(summary = "Export broken promises as a table, however many there are")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Tables.CSV, schema = @Schema(type = "string")))
    void breachTable(
            @ParameterObject ReportParameters parameters,
            @ParameterObject MomentParameters then,
            HttpServletResponse response)
            throws IOException {
        var filter = parameters.filter(then.moment());
        SlaTables.breaches(
                after -> asking.ask(
                        new AnalyzeSlaBreaches(filter, false, EXPORTED_AT_A_TIME, after, then.moment()),
                        SlaBreachPage.class),
                response);
    }

    @ReadsFrom(value = View.SLA_TRACKING, asOf = View.SLA_TRACKING)
    @GetMapping(path = "/technicians", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Compare technicians by how well promises were kept; also text/csv")
    SlaComparison technicians(@ParameterObject ReportParameters parameters, @ParameterObject MomentParameters then) {
        return asking.ask(
                new CompareTechniciansBySla(parameters.filter(then.moment()), then.moment()), SlaComparison.class);
    }

    @ReadsFrom(value = View.SLA_TRACKING, asOf = View.SLA_TRACKING)
    @GetMapping(path = "/technicians", produces = Tables.CSV)
    @Operation(summary = "Compare technicians by how well promises were kept, as a table")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Tables.CSV, schema = @Schema(type = "string")))
    void technicianTable(
            @ParameterObject ReportParameters parameters,
            @ParameterObject MomentParameters then,
            HttpServletResponse response)
            throws IOException {
        SlaTables.comparison("sla-technicians.csv", technicians(parameters, then), response);
    }

    @ReadsFrom(value = View.SLA_TRACKING, asOf = View.SLA_TRACKING)
    @GetMapping(path = "/customers", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Compare customers by how well promises to them were kept; also text/csv")
    SlaComparison customers(@ParameterObject ReportParameters parameters, @ParameterObject MomentParameters then) {
        return asking.ask(
                new CompareCustomersBySla(parameters.filter(then.moment()), then.moment()), SlaComparison.class);
    }

    @ReadsFrom(value = View.SLA_TRACKING, asOf = View.SLA_TRACKING)
    @GetMapping(path = "/customers", produces = Tables.CSV)
    @Operation(summary = "Compare customers by how well promises to them were kept, as a table")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Tables.CSV, schema = @Schema(type = "string")))
    void customerTable(
            @ParameterObject ReportParameters parameters,
            @ParameterObject MomentParameters then,
            HttpServletResponse response)
            throws IOException {
        SlaTables.comparison("sla-customers.csv", customers(parameters, then), response);
    }
}
