package dev.callout.launcher.cli;

import dev.callout.launcher.server.Settings;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Says what {@code ./callout} can do, from what the commands say of themselves. */
final class HelpCommand implements CliCommand {

    private static final int COLUMN = 26;

    private final List<CliCommand> others;

    HelpCommand(List<CliCommand> others) {
        this.others = others;
    }

    boolean answersTo(String word) {
        return Set.of(name(), "-h", "--help").contains(word);
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String arguments() {
        return "[COMMAND]";
    }

    @Override
    public String summary() {
        return "show this, or all about one command";
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) {
        switch (arguments.size()) {
            case 0 -> listAll(console.out());
            case 1 -> explain(arguments.get(0), console.out());
            default -> throw BadUsage.of(this);
        }
    }

    private void listAll(PrintStream out) {
        out.println("Callout: a service desk and field-service system.");
        out.println();
        out.println("Usage: ./callout [COMMAND]");
        out.println();
        others.forEach(command -> line(command, out));
        line(this, out);
        out.println();
        out.println("""
                Environment:
                  CALLOUT_PORT           port to listen on (8080)
                  CALLOUT_BIND           address to listen on (127.0.0.1: this machine only; 0.0.0.0: everybody)
                  CALLOUT_DATA           folder that keeps everything (./data)
                  CALLOUT_DB_URL         an existing PostgreSQL to use instead of our own,
                  CALLOUT_DB_USER          as jdbc:postgresql://host:5432/callout,
                  CALLOUT_DB_PASSWORD      and how to sign in to it (or ..._PASSWORD_FILE)
                  CALLOUT_ROLE           all, or one of several processes: command, query
                  CALLOUT_EVENT_STORE    where the events are: postgres, axon-server
                  CALLOUT_AXON_SERVER      and where that is (localhost:8124)
                  CALLOUT_BEHIND_PROXY   true: believe a proxy in a private network who calls

                Exit codes: 0 done, 1 failed, 2 not understood.""");
    }

    private void explain(String name, PrintStream out) {
        var command = others.stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadUsage("There is no command \"" + name + "\" to explain."));
        out.println("Usage: ./callout " + (command.name() + " " + command.arguments()).strip());
        out.println();
        out.println(sentence(command.summary()));
        if (!command.details().isEmpty()) {
            out.println();
            out.println(command.details().strip());
        }
    }

    private static void line(CliCommand command, PrintStream out) {
        var usage = (command.name() + " " + command.arguments()).strip();
        if (usage.length() > COLUMN) {
            out.println("  " + usage);
            usage = "";
        }
        out.println("  " + usage + " ".repeat(COLUMN - usage.length()) + " " + command.summary());
    }

    private static String sentence(String summary) {
        return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
    }
}
