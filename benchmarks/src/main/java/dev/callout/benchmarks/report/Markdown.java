package dev.callout.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A run as Markdown, for a page of the documentation. */
final class Markdown {

    private Markdown() {}

    static String of(Run run) {
        var facts = run.facts().entrySet().stream()
                .map(fact -> "- " + fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
        return facts + Tables.of(run).stream().map(Markdown::table).collect(Collectors.joining());
    }

    private static String table(Table table) {
        var rules = String.join(" | ", Collections.nCopies(table.head().size() - 1, "---:"));
        return "\n### " + table.title() + "\n\n" + line(table.head()) + "| --- | " + rules + " |\n"
                + table.rows().stream().map(Markdown::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Replaces what stands between the two marks of a page; what is desk work and what is a rebuild have their own. */
    static void writeInto(Path page, Run run) throws IOException {
        var kind = run.rebuilds().isEmpty() ? "desk" : "rebuild";
        var begin = "<!-- " + kind + ": begin -->\n";
        var end = "<!-- " + kind + ": end -->";
        var text = Files.readString(page);
        var from = text.indexOf(begin);
        var to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(page + " has no place for figures: " + begin.strip() + " and " + end);
        }
        Files.writeString(page, text.substring(0, from) + begin + of(run) + text.substring(to));
    }
}
