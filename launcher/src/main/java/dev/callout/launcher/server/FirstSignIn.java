package dev.callout.launcher.server;

import dev.callout.platform.identity.FirstSignInNotice;
import java.io.PrintStream;

/** Shows on the console, where nobody but the one who starts Callout looks, how to sign in for the first time. */
final class FirstSignIn implements FirstSignInNotice {

    private final PrintStream out;

    FirstSignIn(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(String username, String password) {
        out.printf("""

                  Sign in as       %s
                  Password         %s (shown only this once: keep it)
                """, username, password);
    }
}
