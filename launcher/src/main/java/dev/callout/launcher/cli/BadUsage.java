package dev.callout.launcher.cli;

/** The command line makes no sense: says what does. */
final class BadUsage extends RuntimeException {

    BadUsage(String message) {
        super(message);
    }

    static BadUsage of(CliCommand command) {
        return new BadUsage("Usage: ./callout " + (command.name() + " " + command.arguments()).strip());
    }
}
