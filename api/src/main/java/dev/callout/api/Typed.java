package dev.callout.api;

import java.text.Normalizer;

/** What people type, as they mean it: the same at every door, whether a screen, the API, an import or a command line. */
public final class Typed {

    private static final String BLANKS = "[\\s\\p{Z}\\p{Cf}]";

    private Typed() {}

    /** A user name without the blanks and invisible characters that come along when it is pasted; null stays null. */
    public static String username(String typed) {
        return typed == null ? null : typed.replaceAll("^" + BLANKS + "+|" + BLANKS + "+$", "");
    }

    /** A code without the blanks and dashes that it is shown in groups with, in the digits that every app shows. */
    public static String code(String typed) {
        return typed == null
                ? null
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}]", "");
    }

    /** One line: line breaks and tabs, which come along when a text is pasted, are blanks. */
    public static String line(String typed) {
        return typed == null
                ? null
                : typed.replaceAll("[\\t\\r\\n\\x0B\\f\\x85\\u2028\\u2029]+", " ")
                        .strip();
    }

    /** One line from elsewhere, which nobody can be asked to put right: without what {@link OneLine} would refuse. */
    public static String cleanLine(String foreign) {
        return foreign == null
                ? null
                : foreign.replaceAll("[" + OneLine.REFUSED + "]", " ")
                        .replaceAll("[\\s\\p{Z}]+", " ")
                        .strip();
    }
}
