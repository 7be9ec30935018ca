package dev.callout.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.callout.api.audit.AuditEventPage;
import dev.callout.platform.http.HttpJson;
import dev.callout.query.http.SafeCell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the audit trail out, page by page, however long it is. */
@Component
class AuditExports {

    static final String JSON_LINES = "application/x-ndjson";
    static final String CSV = "text/csv";

    private static final String[] COLUMNS = {
        "position",
        "eventId",
        "event",
        "aggregateId",
        "sequence",
        "actor",
        "role",
        "channel",
        "commandId",
        "correlationId",
        "traceId",
        "recordedAt",
        "occurredAt",
        "block",
        "hash"
    };

    /** Reads the page after a cursor; null for the first one. */
    interface Pages {
        AuditEventPage after(String cursor);
    }

    private final HttpJson json;

    AuditExports(HttpJson json) {
        this.json = json;
    }

    void jsonLines(Pages pages, HttpServletResponse response) throws IOException {
        var first = pages.after(null); // before anything is written: it may be refused
        begin(response, JSON_LINES, "audit.ndjson");
        var out = response.getOutputStream();
        each(first, pages, line -> {
            try {
                out.write(json.mapper().writeValueAsBytes(line));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.flush();
    }

    void table(Pages pages, HttpServletResponse response) throws IOException {
        var first = pages.after(null);
        begin(response, CSV + ";charset=utf-8", "audit.csv");
        var out = response.getWriter();
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord(COLUMNS);
        each(first, pages, line -> csv.writeRecord(cells(line)));
        csv.flush();
        out.flush();
    }

    private static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static void each(AuditEventPage first, Pages pages, Consumer<AuditEventPage.Line> write) {
        for (var page = first; ; page = pages.after(page.next())) {
            page.items().forEach(write);
            if (page.next() == null) {
                return;
            }
        }
    }

    private static String[] cells(AuditEventPage.Line line) {
        return Stream.of(
                        line.position(),
                        line.eventId(),
                        line.event(),
                        line.aggregateId(),
                        line.sequence(),
                        line.actor(),
                        line.role(),
                        line.channel(),
                        line.commandId(),
                        line.correlationId(),
                        line.traceId(),
                        line.recordedAt(),
                        line.occurredAt(),
                        line.block(),
                        line.hash())
                .map(SafeCell::of)
                .toArray(String[]::new);
    }
}
