package dev.callout.query.http;

import dev.callout.platform.http.PageSize;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads filters from the parameters of a request; what does not fit is refused, never ignored. */
public final class Filters {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final int LONGEST_TEXT = 200;

    private Filters() {}

    public static <E extends Enum<E>> Set<E> constants(String name, List<String> values, Class<E> type) {
        return values == null
                ? Set.of()
                : values.stream().map(value -> constant(name, value, type)).collect(Collectors.toUnmodifiableSet());
    }

    public static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> unfit(name, value));
    }

    /** Words to search for. Each of them costs a search of its own. */
    public static String text(String name, String value) {
        if (value != null && value.length() > LONGEST_TEXT) {
            throw invalid(name + " must have " + LONGEST_TEXT + " characters at most.");
        }
        return value;
    }

    public static Set<String> words(List<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }

    public static Set<String> words(String name, List<String> values, Set<String> known) {
        return values == null
                ? Set.of()
                : values.stream().map(value -> word(name, value, known)).collect(Collectors.toUnmodifiableSet());
    }

    public static String word(String name, String value, Set<String> known) {
        if (value != null && !known.contains(value)) {
            throw unfit(name, value);
        }
        return value;
    }

    public static Boolean yesOrNo(String name, String value) {
        if (value == null) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw unfit(name, value);
        }
        return value.equals("true");
    }

    public static boolean isYes(String name, String value) {
        return Boolean.TRUE.equals(yesOrNo(name, value));
    }

    public static Duration duration(String name, String value) {
        try {
            var duration = value == null ? null : Duration.parse(value);
            if (duration != null && (duration.isNegative() || duration.compareTo(LONGEST) > 0)) {
                throw unfit(name, value);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw unfit(name, value);
        }
    }

    /** A moment, in ISO-8601 with its offset. */
    public static Instant time(String name, String value) {
        try {
            var time = value == null ? null : OffsetDateTime.parse(value);
            if (time != null && (time.getYear() < 1 || time.getYear() > 9999)) {
                throw unfit(name, value);
            }
            return time == null ? null : time.toInstant();
        } catch (DateTimeParseException e) {
            throw noTime(name, value);
        }
    }

    public static int pageSize(String value) {
        try {
            return PageSize.of(value == null ? null : Integer.valueOf(value));
        } catch (NumberFormatException e) {
            throw unfit("pageSize", value);
        }
    }

    public static ProblemException unfit(String name, String value) {
        return invalid("'" + value + "' is no value for '" + name + "'.");
    }

    /** A + in an address is a blank to whoever reads it. */
    static ProblemException noTime(String name, String value) {
        return value.matches("\\S+ \\d\\d:?\\d\\d")
                ? invalid("'" + value + "' is no value for '" + name + "': write the + of the offset as %2B.")
                : unfit(name, value);
    }

    public static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_FILTER, detail);
    }
}
