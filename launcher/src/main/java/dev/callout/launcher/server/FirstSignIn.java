package dev.callout.launcher.server;

import dev.callout.platform.identity.FirstSignInNotice;

/** Shows on the console, where nobody but the one who starts Callout looks, how to sign in for the first time. */
final class FirstSignIn implements FirstSignInNotice {

    @Override
    public void show(String username, String password) {
        System.out.printf("""

                  Sign in as       %s
                  Password         %s (shown only this once: keep it)
                """, username, password);
    }
}
