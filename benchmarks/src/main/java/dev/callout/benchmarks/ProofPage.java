package dev.callout.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** The page with the last outcome of every scenario. Those that were not tried this time keep the line they have. */
final class ProofPage {

    private static final String BEGIN = "<!-- faults: begin -->\n";
    private static final String END = "<!-- faults: end -->";
    private static final String HEAD = """
            | | What happens, and what must hold | What was seen | Times | When | Commit |
            | --- | --- | --- | ---: | --- | --- |
            """;

    private ProofPage() {}

    static void write(Path page, List<Outcome> outcomes) throws IOException {
        var text = Files.readString(page);
        var from = text.indexOf(BEGIN);
        var to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw new IOException(page + " has no place for outcomes: " + BEGIN.strip() + " and " + END);
        }
        var lines = new TreeMap<String, String>();
        text.substring(from, to)
                .lines()
                .filter(line -> line.matches("\\| (?:[A-Z]\\d+|[a-z]+) \\| .*"))
                .forEach(line -> lines.put(key(line), line));
        outcomes.stream().map(ProofPage::line).forEach(line -> lines.put(key(line), line));
        Files.writeString(
                page,
                text.substring(0, from) + BEGIN + HEAD + String.join("\n", lines.values()) + "\n" + text.substring(to));
    }

    /** The scenario and its claim: some have several, each with a line of its own. */
    private static String key(String line) {
        var cells = line.split(" \\| ", 3);
        return cells[0] + cells[1];
    }

    private static String line(Outcome outcome) {
        return "| %s | %s | %s%s | %,d | %s | `%s` |"
                .formatted(
                        outcome.id(),
                        cell(outcome.claim()),
                        outcome.kept() ? "" : "**Broken:** ",
                        cell(outcome.seen()),
                        outcome.times(),
                        outcome.day(),
                        outcome.commit());
    }

    /** What was seen may be the words of an error: they must not end the cell. */
    private static String cell(String words) {
        return words.replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
