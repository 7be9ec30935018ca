package dev.callout.query.sql;

/** One word to look for, and the parameter that holds it. */
public record SearchWord(String parameter, String text) {

    private static final int SHORTEST_INDEXED = 3; // an index of trigrams knows none of fewer letters

    /** Whether only small places should be looked through, since no index helps. */
    public boolean isShort() {
        return text.codePointCount(0, text.length()) < SHORTEST_INDEXED;
    }

    /** Whether it is anywhere in a text; both are compared without case and accents. */
    public String in(String column) {
        return "public.search_fold(" + column + ") LIKE public.search_pattern(:" + parameter + ")";
    }
}
