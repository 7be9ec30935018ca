package dev.callout.command.importing;

import dev.callout.api.Typed;
import dev.callout.command.importing.UnusableLine.Code;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.function.Function;

/** Reads the fields of an export, where null means that something is not known. */
record Words(Instant now) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

    /** Earlier than any help desk's records; spreadsheets write 1899 or 1900 for an empty date. */
    private static final Instant EARLIEST = Instant.EPOCH;

    /** The text in one line, without the blanks that exports are padded with. */
    String text(String field, String value, int longest) {
        return value == null ? null : requireLength(field, Typed.cleanLine(value), longest);
    }

    /** The text as it is, with its lines. */
    String lines(String field, String value, int longest) {
        return value == null ? null : requireLength(field, value, longest);
    }

    private static String requireLength(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new UnusableLine(Code.TOO_LONG, field + " has more than " + longest + " characters.");
        }
        return text;
    }

    ImportedName name(String field, String value, Function<String, ImportedName> kind) {
        var name = text(field, value, 80);
        return name == null ? null : kind.apply(name);
    }

    <T> T known(Map<String, T> words, String value, T unknown, Code refusal) {
        if (value == null) {
            return unknown;
        }
        var meaning = words.get(value);
        if (meaning == null) {
            throw new UnusableLine(refusal, "No meaning is settled for: " + value + ". A mapping file can settle it.");
        }
        return meaning;
    }

    /** A time without a zone is taken as UTC. */
    Instant time(String field, String value) {
        if (value == null) {
            return null;
        }
        var time = read(field, value);
        if (time.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new UnusableLine(Code.IN_THE_FUTURE, field + " lies in the future: " + value);
        }
        if (time.isBefore(EARLIEST)) {
            throw new UnusableLine(Code.IMPOSSIBLE_TIME, field + " lies before 1970: " + value);
        }
        return time;
    }

    private static Instant read(String field, String value) {
        try {
            return value.indexOf('T') > 0
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new UnusableLine(
                    Code.UNREADABLE_TIME,
                    field + " is no time like 29-02-2016 01:16 or 2016-02-29T01:16:00Z: " + value);
        }
    }

    Instant requiredTime(String field, String value) {
        var time = time(field, value);
        if (time == null) {
            throw new UnusableLine(Code.UNREADABLE_TIME, field + " is needed and not known.");
        }
        return time;
    }
}
