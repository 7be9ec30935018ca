package dev.callout.launcher.cli;

import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.util.List;

/** Gives the owner of the machine an administrator to sign in as. */
final class ResetAdminCommand implements CliCommand {

    private static final String FIRST_ADMINISTRATOR = "admin";

    @Override
    public String name() {
        return "reset-admin";
    }

    @Override
    public String arguments() {
        return "[USERNAME]";
    }

    @Override
    public String summary() {
        return "sign in again as an administrator, with a new password";
    }

    @Override
    public String details() {
        return """
                Makes the account with this user name (admin) an active administrator with a new password, without second
                factor and without waiting time; opens it if there is none. Whoever was signed in with it is signed out.
                The password is shown once. Works while Callout runs and while it doesn't; the security log notes it.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (arguments.size() > 1) {
            throw BadUsage.of(this);
        }
        var username = arguments.isEmpty() ? FIRST_ADMINISTRATOR : arguments.get(0);
        try (var server = ReachedServer.ofExisting(settings, console)) {
            var administrator = server.client().recoverAdministrator(username);
            console.out().printf("""

                      Sign in as       %s
                      Password         %s (shown only this once: keep it)

                    """, administrator.username(), administrator.password());
        }
    }
}
