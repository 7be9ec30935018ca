package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.importing.ImportReport;
import dev.callout.launcher.importing.ServiceNowFile;
import dev.callout.launcher.importing.ServiceNowImport;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Brings another help desk's history in. */
final class ImportCommand implements CliCommand {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String arguments() {
        return "servicenow FILE [--report FILE]";
    }

    @Override
    public String summary() {
        return "bring another help desk's history in";
    }

    @Override
    public String details() {
        return """
                FILE is a CSV export of incidents, one row for each state of each incident, the rows of an incident
                together and in the order of time. Repeat it as often as you like: what is known already changes
                nothing, and an import that was interrupted goes on. Refused rows are listed with their line and reason
                and keep nothing else out but later rows of the same incident. --report writes what is printed at the
                end as JSON, too. The exit code is 1 if a row was refused.
                docs/import-servicenow.md says what becomes of each column.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        var wantsReport = arguments.size() == 4 && arguments.get(2).equals("--report");
        if (!(arguments.size() == 2 || wantsReport) || !arguments.get(0).equals("servicenow")) {
            throw BadUsage.of(this);
        }
        if (wantsReport) {
            requireFolderOf(Path.of(arguments.get(3)));
        }
        var path = Path.of(arguments.get(1));
        var report = send(new ServiceNowFile(path), path.getFileName().toString(), settings, console.err());
        console.out().println();
        report.print(console.out());
        var reportFile = wantsReport ? Optional.of(Path.of(arguments.get(3))) : Optional.<Path>empty();
        if (reportFile.isPresent()) {
            Files.writeString(
                    reportFile.get(),
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(report.summary()));
        }
        if (!report.nothingRefused()) {
            throw new CannotRun("Some rows were refused. Repair them and run the same command again.");
        }
    }

    /** Before anything is imported, not after it. */
    private static void requireFolderOf(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new CannotRun("There is no folder " + folder + " to write the report into; nothing was imported.");
        }
    }

    private static ImportReport send(ServiceNowFile file, String name, Settings settings, PrintStream err)
            throws IOException {
        try (var server = ReachedServer.of(settings, err)) {
            var total = file.roughCount();
            var bar = new ProgressBar("Importing " + name, err);
            try {
                var client = server.client();
                var report = new ServiceNowImport(client::importLines, done -> bar.show(done, Math.max(done, total)))
                        .run(file, name);
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
