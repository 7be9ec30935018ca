package dev.callout.query.sla.report;

import static dev.callout.query.http.Tables.cells;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.callout.api.identity.Named;
import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.SlaBreachPage;
import dev.callout.api.sla.SlaBreachPage.Breach;
import dev.callout.api.sla.SlaComparison;
import dev.callout.api.sla.SlaCompliance;
import dev.callout.api.sla.SlaReportLine;
import dev.callout.api.sla.SlaShare;
import dev.callout.query.http.Tables;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Writes reports as tables. Durations are in seconds. */
final class SlaTables {

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
        "excused",
        "disputed",
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
        "targetAmount",
        "targetUnit",
        "targetBasis",
        "targetSeconds",
        "overtimeSeconds",
        "cause",
        "pendingPartsSeconds",
        "pendingCustomerSeconds",
        "customerDelaySeconds"
    };

    private SlaTables() {}

    static void compliance(SlaCompliance report, HttpServletResponse response) throws IOException {
        var csv = Tables.csv("sla-compliance.csv", response);
        csv.writeRecord(LINES);
        lines(csv, "all", List.of(report.total()));
        lines(csv, "trend", report.trend());
        lines(csv, "priority", report.byPriority());
        lines(csv, "category", report.byCategory());
        lines(csv, "team", report.byTeam());
        csv.flush();
    }

    static void comparison(String file, SlaComparison report, HttpServletResponse response) throws IOException {
        var csv = Tables.csv(file, response);
        csv.writeRecord(LINES);
        lines(csv, "", report.lines());
        csv.flush();
    }

    /** Page by page, each read when the one before is written; the first one before anything is, for it may be refused. */
    static void breaches(Function<String, SlaBreachPage> pages, HttpServletResponse response) throws IOException {
        var page = pages.apply(null);
        var csv = Tables.csv("sla-breaches.csv", response);
        csv.writeRecord(BREACHES);
        page.items().forEach(breach -> csv.writeRecord(row(breach)));
        while (page.next() != null) {
            page = pages.apply(page.next());
            page.items().forEach(breach -> csv.writeRecord(row(breach)));
        }
        csv.flush();
    }

    /** What is said of the tickets stands in a row of its own, so that each number is there once and adds up. */
    private static void lines(CsvWriter csv, String group, List<SlaReportLine> lines) {
        for (var line : lines) {
            csv.writeRecord(cells(
                    group,
                    line.key(),
                    line.name(),
                    "ALL",
                    line.tickets(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    line.allMet().met(),
                    line.allMet().missed(),
                    line.allMet().percent(),
                    line.firstCycle().percent(),
                    line.allCycles().percent(),
                    line.effort().toSeconds(),
                    line.reopened(),
                    line.atRisk(),
                    penalties(line)));
            line.clocks().forEach(share -> csv.writeRecord(row(group, line, share)));
        }
    }

    private static String[] row(String group, SlaReportLine line, SlaShare share) {
        var told = cells(
                group,
                line.key(),
                line.name(),
                share.clock(),
                null,
                share.rate().met(),
                share.rate().missed(),
                share.rate().percent(),
                share.missedByRetarget(),
                share.running(),
                share.nothingPromised(),
                share.excused(),
                share.disputed());
        var row = Arrays.copyOf(told, LINES.length);
        Arrays.fill(row, told.length, row.length, "");
        return row;
    }

    private static String penalties(SlaReportLine line) {
        return String.join(
                " ",
                line.penalties().stream()
                        .map(owed -> owed.amount().toPlainString() + " " + owed.currency())
                        .toList());
    }

    private static String[] row(Breach breach) {
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
                breach.promised().amount(),
                breach.promised().unit(),
                breach.promised().basis(),
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
}
