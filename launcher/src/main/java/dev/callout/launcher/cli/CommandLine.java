package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.server.Settings;
import dev.callout.platform.WillNotStart;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.springframework.core.NestedExceptionUtils;

/** Finds the command that the first word names, runs it, and turns its end into an exit code. */
public final class CommandLine {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    /** A new command is added here, and nowhere else. */
    private static final List<CliCommand> COMMANDS = List.of(
            new ServeCommand(),
            new DemoCommand(),
            new StatusCommand(),
            new RebuildCommand(),
            new DigestCommand(),
            new ProcessorsCommand(),
            new DeadLettersCommand(),
            new BackupCommand(),
            new RestoreCommand(),
            new RotateKeyCommand(),
            new ResetAdminCommand(),
            new ImportCommand(),
            new ScriptCommand("bench", "[rebuild] [--quick]", "measure it on this machine, beside plain PostgreSQL"),
            new ScriptCommand("prove", "[SCENARIO...]", "see what becomes of promises when it is killed under load"),
            new OutboxCommand(),
            new VerifyAuditCommand(),
            new CheckProofCommand());

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    public CommandLine(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public int run(String... words) {
        var name = words.length == 0 ? "serve" : words[0];
        var arguments = List.of(words).subList(Math.min(1, words.length), words.length);
        try {
            command(name).run(arguments, Settings.from(environment), new Console(out, err));
            return DONE;
        } catch (BadUsage e) {
            err.println(e.getMessage());
            return BAD_USAGE;
        } catch (BadVerdict e) {
            out.println(e.getMessage());
            return FAILED;
        } catch (CannotRun | WillNotStart e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (Exception e) {
            err.println(FileTrouble.in(e)
                    .orElseGet(() -> "Callout failed: " + NestedExceptionUtils.getMostSpecificCause(e)
                            + System.lineSeparator() + "logs/callout.log in the data folder tells more."));
            return FAILED;
        }
    }

    private static CliCommand command(String name) {
        var help = new HelpCommand(COMMANDS);
        if (help.answersTo(name)) {
            return help;
        }
        return COMMANDS.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new BadUsage("There is no command \"" + name + "\". ./callout help lists what there is."));
    }
}
