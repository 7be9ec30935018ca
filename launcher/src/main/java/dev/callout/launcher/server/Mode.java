package dev.callout.launcher.server;

/** What a server is started for. */
public enum Mode {
    /** The daily work. */
    SERVICE,
    /** The made-up company to try things on: its passwords are public, so only this machine may reach it. */
    DEMO,
    /** One operator's command: says nothing of its own and goes when the command is done. */
    ERRAND
}
