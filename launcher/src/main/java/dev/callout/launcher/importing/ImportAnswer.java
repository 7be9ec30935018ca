package dev.callout.launcher.importing;

import java.util.List;

/** What the server made of the lines of one request, in their order. */
public record ImportAnswer(List<LineResult> lines, int newNames) {}
