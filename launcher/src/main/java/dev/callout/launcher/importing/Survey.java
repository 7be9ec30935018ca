package dev.callout.launcher.importing;

import java.time.Instant;

/**
 * What is in a file, counted before anything is sent.
 *
 * @param lines all lines, whatever they hold
 * @param rows the rows among them, readable or not
 * @param blankLines those that hold nothing
 * @param earliest the earliest time in a column of times, or null
 * @param latest the latest one
 */
public record Survey(long lines, long rows, long blankLines, Instant earliest, Instant latest) {}
