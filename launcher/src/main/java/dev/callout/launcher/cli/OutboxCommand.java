package dev.callout.launcher.cli;

import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Shows the mail that has not left, and has what was given up tried again. */
final class OutboxCommand implements CliCommand {

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public String arguments() {
        return "[--retry]";
    }

    @Override
    public String summary() {
        return "show mail that has not left, or try again what was given up";
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (!arguments.isEmpty() && !arguments.equals(List.of("--retry"))) {
            throw BadUsage.of(this);
        }
        try (var server = ReachedServer.ofExisting(settings, console)) {
            var failed = server.client().mail("FAILED");
            if (!arguments.isEmpty()) {
                for (var mail : failed) {
                    server.client().retryMail(mail.mailId());
                }
                console.out().printf("Trying %d again.%n", failed.size());
                return;
            }
            var waiting = server.client().mail("WAITING");
            console.out().printf("%d waiting, %d given up.%n", waiting.size(), failed.size());
            waiting.forEach(mail -> show(mail, console.out()));
            failed.forEach(mail -> show(mail, console.out()));
        }
    }

    private static void show(OperatorClient.Mail mail, PrintStream out) {
        out.printf(
                "%s  %-7s %s, try %d%s%n",
                mail.mailId(),
                mail.state(),
                mail.template(),
                mail.attempts(),
                mail.lastError() == null ? "" : ": " + mail.lastError());
    }
}
