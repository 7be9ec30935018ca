package dev.callout.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes a run down: for people, for programs and for the documentation. */
public final class Reports {

    private Reports() {}

    public static void write(Run run, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.html"), Html.of(run));
        Files.writeString(folder.resolve("report.md"), Markdown.of(run));
        Files.writeString(folder.resolve("report.json"), json(run));
    }

    static String json(Run run) {
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of(
                        "facts", run.facts(),
                        "goals", run.goals(),
                        "levels", run.levels(),
                        "rebuilds", run.rebuilds()));
    }

    public static void writeInto(Path page, Run run) throws IOException {
        Markdown.writeInto(page, run);
    }

    public static String forTheTerminal(Run run) {
        return Markdown.of(run);
    }
}
