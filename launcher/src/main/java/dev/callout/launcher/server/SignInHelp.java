package dev.callout.launcher.server;

import java.util.List;

/** Whoever creates accounts at the start tells here, line by line, how people sign in. Asked once, when all is ready. */
@FunctionalInterface
public interface SignInHelp {

    List<String> lines();
}
