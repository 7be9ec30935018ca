package dev.callout.benchmarks;

import dev.callout.benchmarks.product.Machine;
import dev.callout.benchmarks.product.Product;
import dev.callout.benchmarks.report.Reports;
import dev.callout.benchmarks.report.Run;
import dev.callout.benchmarks.stage.LostCommands;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;

/** Measures the whole product, from the outside, beside what its PostgreSQL could do at best. */
public final class Benchmarks {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        var prove = arguments.length > 0 && arguments[0].equals("prove");
        var words = List.of(arguments).subList(prove ? 1 : 0, arguments.length);
        if (words.contains("--help")) {
            System.out.print(prove ? Prove.help() : Options.HELP);
            return;
        }
        var checkout = Path.of(System.getProperty("callout.checkout", "."))
                .toAbsolutePath()
                .normalize();
        try {
            if (prove) {
                System.exit(Prove.from(words, checkout).run(System.out) ? DONE : FAILED);
            }
            var run = measure(Options.from(words, checkout), checkout, System.out);
            System.out.println("\n" + Reports.forTheTerminal(run));
        } catch (Options.NotUnderstood e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USAGE);
        } catch (LostCommands | Product.DidNotStart e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    static Run measure(Options options, Path checkout, PrintStream out) throws Exception {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Command", "`" + options.command() + "`");
        facts.put("Commit", Machine.commit(checkout));
        facts.put("Machine", Machine.describe());
        facts.put("Begun", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("Load of the machine at the start", Double.toString(Machine.load()));
        var terminal = Boolean.getBoolean("callout.terminal");
        var run = options.kind() == Options.Kind.REBUILD
                ? new RebuildBench(options, facts, out, terminal).run()
                : new DeskBench(options, facts, out, terminal).run();
        facts.put("Ended", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("Load at the end", Double.toString(Machine.load()));
        Reports.write(run, options.report());
        if (options.page() != null) {
            Reports.writeInto(options.page(), run);
        }
        out.println("The whole report is in " + options.report().resolve("report.html"));
        return run;
    }
}
