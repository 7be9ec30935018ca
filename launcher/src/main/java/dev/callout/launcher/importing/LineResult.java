package dev.callout.launcher.importing;

/** What the server made of one line. */
public record LineResult(
        String number, int position, String outcome, int events, String importStep, String code, String reason) {}
