package dev.callout.launcher.cli;

import java.io.PrintStream;

/** Where a command writes: its results to {@code out}, what it says meanwhile to {@code err}. */
record Console(PrintStream out, PrintStream err) {}
