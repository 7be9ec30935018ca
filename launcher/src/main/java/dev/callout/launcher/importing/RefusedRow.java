package dev.callout.launcher.importing;

/** A row that did not come in; {@code line} is where it stands in the file. */
public record RefusedRow(long line, String number, String code, String reason) {}
