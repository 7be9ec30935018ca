package dev.callout.query.http;

import java.util.regex.Pattern;

/** Writes a value so that a spreadsheet shows it and never takes it for a formula. */
public final class SafeCell {

    /** What a spreadsheet may skip, and then what a formula begins with, full-width signs included. */
    private static final Pattern FORMULA =
            Pattern.compile("^(?:[\\t\\r\\n]|[\\p{Cntrl}\\p{Cf}\\p{Z}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private SafeCell() {}

    /** Numbers stay numbers; text that looks like a formula gets an apostrophe in front. */
    public static String of(Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        return !(value instanceof Number) && FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
