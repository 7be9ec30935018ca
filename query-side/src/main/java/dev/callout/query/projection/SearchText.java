package dev.callout.query.projection;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a text filter looks into: the words of some fields, all in lower case; accents are left to the comparison. */
public final class SearchText {

    private SearchText() {}

    public static String of(String... fields) {
        return Stream.of(fields)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
