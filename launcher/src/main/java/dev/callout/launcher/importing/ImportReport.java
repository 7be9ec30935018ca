package dev.callout.launcher.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of a file, row by row. Several threads write to it. */
public final class ImportReport {

    private static final int SHOWN = 20;

    private final String file;
    private final Survey survey;
    private final boolean dryRun;
    private final long startedAt = System.nanoTime();
    private final Set<String> tickets = new HashSet<>();
    private final Map<String, Long> importSteps = new TreeMap<>();
    private final List<RefusedRow> refused = new ArrayList<>();
    private long newTickets;
    private long ordinary;
    private long known;
    private long events;
    private double seconds;

    /** The whole of it, as it is written to a file. */
    public record Summary(
            String file,
            boolean dryRun,
            long rowsInFile,
            long rows,
            long rowsUnaccountedFor,
            long blankLines,
            long tickets,
            long newTickets,
            long eventsAdded,
            long rowsByOrdinarySteps,
            @JsonProperty("rowsByImportStep") Map<String, Long> importSteps,
            long rowsKnownBefore,
            double seconds,
            long rowsPerSecond,
            List<RefusedRow> refused) {}

    ImportReport(String file, Survey survey, boolean dryRun) {
        this.file = file;
        this.survey = survey;
        this.dryRun = dryRun;
    }

    synchronized void add(List<Incident.Row> rows, ImportAnswer answer) {
        events += answer.newNames();
        for (var i = 0; i < Math.min(rows.size(), answer.lines().size()); i++) {
            add(rows.get(i), answer.lines().get(i));
        }
    }

    private void add(Incident.Row row, LineResult line) {
        switch (line.outcome()) {
            case "IMPORTED" -> {
                tickets.add(line.number());
                newTickets += line.position() == 1 ? 1 : 0;
                events += line.events();
                if (line.importStep() == null) {
                    ordinary++;
                } else {
                    importSteps.merge(line.importStep(), 1L, Long::sum);
                }
            }
            case "KNOWN" -> {
                tickets.add(line.number());
                known++;
            }
            default -> refused.add(new RefusedRow(row.fileLine(), line.number(), line.code(), line.reason()));
        }
    }

    synchronized void add(RefusedRow row) {
        refused.add(row);
    }

    synchronized void finish() {
        seconds = (System.nanoTime() - startedAt) / 1e9;
        refused.sort(Comparator.comparingLong(RefusedRow::line));
    }

    public synchronized boolean nothingRefused() {
        return refused.isEmpty();
    }

    synchronized long rows() {
        return ordinary + byImportStep() + known + refused.size();
    }

    /** Rows of the file of which nobody can say what became of them. There must never be one. */
    public synchronized long unaccountedFor() {
        return survey.rows() - rows();
    }

    private long byImportStep() {
        return importSteps.values().stream().mapToLong(Long::longValue).sum();
    }

    public synchronized Summary summary() {
        return new Summary(
                file,
                dryRun,
                survey.rows(),
                rows(),
                unaccountedFor(),
                survey.blankLines(),
                tickets.size(),
                newTickets,
                events,
                ordinary,
                Map.copyOf(importSteps),
                known,
                seconds,
                Math.round(rows() / seconds),
                List.copyOf(refused));
    }

    public synchronized void print(PrintStream out) {
        out.printf("%d rows in %.1f s, %.0f rows/s%n%n", rows(), seconds, rows() / seconds);
        if (dryRun) {
            out.printf("A dry run: nothing was stored.%n%n");
            out.printf("%8d tickets, %d of them new%n", tickets.size(), newTickets);
            out.printf("%8d rows would be taken%n", ordinary);
        } else {
            out.printf("%8d tickets, %d of them new%n", tickets.size(), newTickets);
            out.printf("%8d events added%n", events);
            out.printf("%8d rows taken by ordinary steps%n", ordinary);
            out.printf("%8d rows taken by the import step, since no step of ours leads there%n", byImportStep());
            importSteps.forEach((reason, rows) -> out.printf("%15d %s%n", rows, reason));
        }
        out.printf("%8d rows known before%n", known);
        out.printf("%8d rows refused%n", refused.size());
        out.printf(
                "%8d rows in the file = %d taken + %d known before + %d refused%s%n",
                survey.rows(),
                ordinary + byImportStep(),
                known,
                refused.size(),
                unaccountedFor() == 0 ? "" : ", " + unaccountedFor() + " UNACCOUNTED FOR");
        refused.stream()
                .limit(SHOWN)
                .forEach(row -> out.printf(
                        "         line %d%s: %s %s%n",
                        row.line(), row.number() == null ? "" : " (" + row.number() + ")", row.code(), row.reason()));
        if (refused.size() > SHOWN) {
            out.printf("         and %d more; --report FILE writes them all%n", refused.size() - SHOWN);
        }
    }
}
