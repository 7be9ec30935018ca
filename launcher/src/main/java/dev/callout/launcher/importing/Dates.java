package dev.callout.launcher.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the dates of a file by the formats that its mapping names. */
final class Dates {

    private static final Pattern TWO_NUMBERS_FIRST = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})([/.-]\\d{4}.*)");

    private final List<String> patterns;
    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;

    Dates(List<String> patterns, ZoneId zone) {
        this.patterns = List.copyOf(patterns);
        formats = patterns.stream()
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
        this.zone = zone;
    }

    List<String> patterns() {
        return patterns;
    }

    Optional<Instant> read(String text) {
        for (var format : formats) {
            try {
                var time = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return time instanceof LocalDateTime local
                        ? inZone(local)
                        : Optional.of(((OffsetDateTime) time).toInstant());
            } catch (DateTimeException notThis) {
                // perhaps the next one
            }
        }
        return Optional.empty();
    }

    /** When clocks go forward an hour is left out, and a time in it never was. */
    private Optional<Instant> inZone(LocalDateTime local) {
        return zone.getRules().getValidOffsets(local).stream().findFirst().map(local::toInstant);
    }

    /** The same date with day and month the other way round, if it looks like one of those. */
    static Optional<String> swapped(String text) {
        var parts = TWO_NUMBERS_FIRST.matcher(text);
        return parts.matches()
                ? Optional.of(parts.group(3) + parts.group(2) + parts.group(1) + parts.group(4))
                : Optional.empty();
    }
}
