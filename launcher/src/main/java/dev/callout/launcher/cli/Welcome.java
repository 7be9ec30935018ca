package dev.callout.launcher.cli;

import dev.callout.launcher.server.Server;
import dev.callout.launcher.server.Settings;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/** The first thing people read once Callout is up: where it is and how to get in. */
final class Welcome {

    private static final String DEMO_ACCOUNTS = """
            Sign in as       admin, manager, dispatcher, technician, parts, quality, billing, support,
                             auditor, privacy or analyst; as a customer: acme-admin, acme-user, consumer or guest
            Password         callout-demo (for all of them)""";

    private Welcome() {}

    static void to(Server server, Settings settings, PrintStream out) {
        var seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        out.println();
        out.printf("  Callout is ready at %s (%.1f s)%n%n", server.address(), seconds);
        if (server.isDemo()) {
            DEMO_ACCOUNTS.lines().forEach(line -> out.println("  " + line));
            out.println();
        }
        out.println("  Data and logs    " + settings.dataFolder());
        out.println("  Stop             Ctrl-C");
        out.println();
    }
}
