package dev.callout.query.sla.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.callout.api.identity.Named;
import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.SlaBreachPage;
import dev.callout.api.sla.SlaBreachPage.Breach;
import dev.callout.api.sla.SlaComparison;
import dev.callout.api.sla.SlaCompliance;
import dev.callout.api.sla.SlaReportLine;
import dev.callout.query.http.SafeCell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Writes reports as tables that any spreadsheet opens and none takes for formulas. Durations are in seconds. */
final class SlaTables {

    static final String CSV = "text/csv";

    private static final String[] LINES = {
        "group",
        "key",
        "name",
        "promise",
        "tickets",
        "met",
        "missed",
        "percent",
        "missedByRetarget",
        "running",
        "nothingPromised",
        "ticketsAllMet",
        "ticketsMissed",
        "ticketsPercent",
        "firstCyclePercent",
        "allCyclesPercent",
        "effortSeconds",
        "reopened",
        "atRisk",
        "penalties"
    };

    private static final String[] BREACHES = {
        "ticket",
        "customerId",
        "customer",
        "priority",
        "category",
        "team",
        "technician",
        "promise",
        "cycle",
        "raisedAt",
        "missedAt",
        "actualAt",
        "targetSeconds",
        "overtimeSeconds",
        "cause",
        "pendingPartsSeconds",
        "pendingCustomerSeconds",
        "customerDelaySeconds"
    };

    private SlaTables() {}

    static void compliance(SlaCompliance report, HttpServletResponse response) throws IOException {
        var csv = begin("sla-compliance.csv", response);
        csv.writeRecord(LINES);
        lines(csv, "all", List.of(report.total()));
        lines(csv, "trend", report.trend());
        lines(csv, "priority", report.byPriority());
        lines(csv, "category", report.byCategory());
        lines(csv, "team", report.byTeam());
        csv.flush();
    }

    static void comparison(String file, SlaComparison report, HttpServletResponse response) throws IOException {
        var csv = begin(file, response);
        csv.writeRecord(LINES);
        lines(csv, "", report.lines());
        csv.flush();
    }

    /** Page by page, each read when the one before is written; the first one before anything is, for it may be refused. */
    static void breaches(Function<String, SlaBreachPage> pages, HttpServletResponse response) throws IOException {
        var page = pages.apply(null);
        var csv = begin("sla-breaches.csv", response);
        csv.writeRecord(BREACHES);
        page.items().forEach(breach -> csv.writeRecord(cells(breach)));
        while (page.next() != null) {
            page = pages.apply(page.next());
            page.items().forEach(breach -> csv.writeRecord(cells(breach)));
        }
        csv.flush();
    }

    private static CsvWriter begin(String file, HttpServletResponse response) throws IOException {
        response.setContentType(CSV + ";charset=utf-8");
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        return CsvWriter.builder().build(response.getWriter());
    }

    private static void lines(CsvWriter csv, String group, List<SlaReportLine> lines) {
        for (var line : lines) {
            line.clocks()
                    .forEach(share -> csv.writeRecord(cells(
                            group,
                            line.key(),
                            line.name(),
                            share.clock(),
                            line.tickets(),
                            share.rate().met(),
                            share.rate().missed(),
                            share.rate().percent(),
                            share.missedByRetarget(),
                            share.running(),
                            share.nothingPromised(),
                            line.allMet().met(),
                            line.allMet().missed(),
                            line.allMet().percent(),
                            line.firstCycle().percent(),
                            line.allCycles().percent(),
                            line.effort().toSeconds(),
                            line.reopened(),
                            line.atRisk(),
                            penalties(line))));
        }
    }

    private static String penalties(SlaReportLine line) {
        return String.join(
                " ",
                line.penalties().stream()
                        .map(owed -> owed.amount().toPlainString() + " " + owed.currency())
                        .toList());
    }

    private static String[] cells(Breach breach) {
        return cells(
                breach.number(),
                breach.customer() == null ? null : breach.customer().id(),
                name(breach.customer()),
                breach.priority(),
                breach.category(),
                name(breach.team()),
                name(breach.technician()),
                breach.clock(),
                breach.cycle(),
                breach.raisedAt(),
                breach.missedAt(),
                breach.actualAt(),
                breach.target().toSeconds(),
                breach.overtime().toSeconds(),
                breach.cause(),
                seconds(breach, PauseReason.PENDING_PARTS),
                seconds(breach, PauseReason.PENDING_CUSTOMER),
                seconds(breach, PauseReason.CUSTOMER_DELAY));
    }

    private static String name(Named named) {
        return named == null ? null : named.name();
    }

    private static long seconds(Breach breach, PauseReason reason) {
        return breach.waiting().stream()
                .filter(waiting -> waiting.reason() == reason)
                .map(SlaBreachPage.Waiting::counted)
                .reduce(Duration.ZERO, Duration::plus)
                .toSeconds();
    }

    private static String[] cells(Object... values) {
        return Arrays.stream(values).map(SafeCell::of).toArray(String[]::new);
    }
}
