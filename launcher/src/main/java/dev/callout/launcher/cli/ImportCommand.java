package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.importing.ImportReport;
import dev.callout.launcher.importing.Mapping;
import dev.callout.launcher.importing.ServiceNowFile;
import dev.callout.launcher.importing.ServiceNowImport;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Brings another help desk's history in. */
final class ImportCommand implements CliCommand {

    /** What was asked for. */
    private record Wish(Path file, String mapping, Path report, boolean dryRun) {}

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String arguments() {
        return "servicenow FILE [--mapping PRESET|FILE] [--dry-run] [--report FILE]";
    }

    @Override
    public String summary() {
        return "bring another help desk's history in";
    }

    @Override
    public String details() {
        return """
                FILE is a CSV export of incidents: the audit log, with one row for each state of each incident, the rows
                of an incident together and in the order of time; or a list, with one row for each incident. --mapping
                names a preset (servicenow-log, servicenow-list) or a YAML file that says what columns, states,
                priorities and dates mean; without it the preset that fits the first line is taken. --dry-run says what
                would come in and stores nothing.
                Repeat it as often as you like: what is known already changes nothing, and an import that was
                interrupted goes on. Every row is accounted for: refused rows are listed with their line and reason and
                keep nothing else out but later rows of the same incident. --report writes what is printed at the end as
                JSON, too. The exit code is 1 if a row was refused.
                docs/import-servicenow.md says what becomes of each column.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        var wish = wish(arguments);
        if (wish.report() != null) {
            requireFolderOf(wish.report());
        }
        var mapping = wish.mapping() == null ? null : Mapping.of(wish.mapping());
        var file = new ServiceNowFile(wish.file(), mapping);
        describe(file, console.err());
        var report = send(file, wish, settings, console.err());
        console.out().println();
        report.print(console.out());
        if (wish.report() != null) {
            Files.writeString(
                    wish.report(),
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(report.summary()));
        }
        if (report.unaccountedFor() != 0) {
            throw new CannotRun(report.unaccountedFor() + " rows of the file are not accounted for. Was it changed"
                    + " meanwhile? Run the same command again.");
        }
        if (!report.nothingRefused()) {
            throw new CannotRun(
                    wish.dryRun()
                            ? "Some rows would be refused. Repair them before the import."
                            : "Some rows were refused. Repair them and run the same command again.");
        }
    }

    /** Before anything is imported, not after it. */
    private static void requireFolderOf(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new CannotRun("There is no folder " + folder + " to write the report into; nothing was imported.");
        }
    }

    private Wish wish(List<String> arguments) {
        if (arguments.size() < 2 || !arguments.get(0).equals("servicenow")) {
            throw BadUsage.of(this);
        }
        String mapping = null;
        Path report = null;
        var dryRun = false;
        for (var i = 2; i < arguments.size(); i++) {
            var option = arguments.get(i);
            if (option.equals("--dry-run")) {
                dryRun = true;
            } else if (i + 1 == arguments.size()) {
                throw BadUsage.of(this);
            } else if (option.equals("--mapping")) {
                mapping = arguments.get(++i);
            } else if (option.equals("--report")) {
                report = Path.of(arguments.get(++i));
            } else {
                throw BadUsage.of(this);
            }
        }
        return new Wish(Path.of(arguments.get(1)), mapping, report, dryRun);
    }

    private static void describe(ServiceNowFile file, PrintStream err) {
        var survey = file.survey();
        err.printf(
                "%d rows and %d blank lines, read by the mapping %s%n",
                survey.rows(), survey.blankLines(), file.mapping().name());
        if (survey.earliest() != null) {
            err.printf("times from %s to %s%n", survey.earliest(), survey.latest());
        }
        err.println("columns: " + new TreeMap<>(file.columns()));
        if (!file.unknownFields().isEmpty()) {
            err.println("no column for, so unknown: "
                    + file.unknownFields().stream().sorted().toList());
        }
        if (!file.unusedColumns().isEmpty()) {
            err.println("left alone: " + file.unusedColumns());
        }
    }

    private static ImportReport send(ServiceNowFile file, Wish wish, Settings settings, PrintStream err)
            throws IOException {
        try (var server = ReachedServer.of(settings, err)) {
            var total = file.survey().rows();
            var name = wish.file().getFileName().toString();
            var bar = new ProgressBar((wish.dryRun() ? "Trying " : "Importing ") + name, err);
            try {
                var client = server.client();
                var report = new ServiceNowImport(
                                lines -> client.importLines(lines, wish.dryRun()), done -> bar.show(done, total))
                        .run(file, name, wish.dryRun());
                bar.finish();
                return report;
            } catch (CannotRun | UncheckedIOException e) {
                bar.abandon();
                throw new CannotRun(
                        e.getMessage() + " What came in so far stays; run the same command again to go on.", e);
            }
        }
    }
}
