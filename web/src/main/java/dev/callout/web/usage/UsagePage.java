package dev.callout.web.usage;

import dev.callout.api.usage.FindUsage;
import dev.callout.api.usage.UsageReport;
import java.util.List;
import java.util.Locale;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows administrators who uses how much of what is limited. */
@Controller
@RequestMapping("/usage")
class UsagePage {

    private static final long MEGABYTE = 1024 * 1024;

    /** One table: a thing that is limited, and who uses most of it. */
    record Table(String id, String name, String limit, List<Line> lines) {

        static Table of(UsageReport.Kind kind) {
            return new Table(
                    kind.name().toLowerCase(Locale.ROOT).replace(' ', '-'),
                    kind.name(),
                    amount(kind.limit(), kind.unit()),
                    kind.lines().stream().map(line -> Line.of(line, kind)).toList());
        }
    }

    /** What one of them uses. */
    record Line(String name, String used, String share) {

        static Line of(UsageReport.Line line, UsageReport.Kind kind) {
            return new Line(
                    line.name() == null ? line.id() : line.name(),
                    amount(line.used(), kind.unit()),
                    line.used() * 100 / Math.max(1, kind.limit()) + " %");
        }
    }

    private final QueryGateway queries;

    UsagePage(QueryGateway queries) {
        this.queries = queries;
    }

    @GetMapping
    String page(Model model) {
        var report = queries.query(new FindUsage(), UsageReport.class).join();
        model.addAttribute("tables", report.kinds().stream().map(Table::of).toList());
        return "usage/usage";
    }

    private static String amount(long amount, String unit) {
        return unit.equals("bytes")
                ? String.format(Locale.ENGLISH, "%,d MB", (amount + MEGABYTE - 1) / MEGABYTE)
                : String.format(Locale.ENGLISH, "%,d %s", amount, unit);
    }
}
