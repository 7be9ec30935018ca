package dev.callout.query.audit;

import dev.callout.api.audit.AuditEventPage;
import dev.callout.platform.http.HttpJson;
import dev.callout.query.http.Tables;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Writes the audit trail out, page by page, however long it is. */
@Component
class AuditExports {

    static final String JSON_LINES = "application/x-ndjson";

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
        Tables.asFile(JSON_LINES, "audit.ndjson", response);
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
        var csv = Tables.csv("audit.csv", response);
        csv.writeRecord(COLUMNS);
        each(first, pages, line -> csv.writeRecord(cells(line)));
        csv.flush();
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
        return Tables.cells(
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
                line.hash());
    }
}
